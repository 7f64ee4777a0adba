import { expect, test } from 'vitest'
import { aDocument, aLine } from './a-document.ts'
import { linksFor } from './links.ts'
import { papersOf } from './papers.ts'

function linked(returned = aLine('22139', -3)) {
  const links = linksFor([aDocument('C5', [returned])])
  const sell = (number: string, pieces: number, customer = '17850') => {
    for (const paper of papersOf(aDocument(number, [aLine('POST', 1), aLine('22139', pieces)])).papers)
      links.sold(customer, paper)
  }
  return { links, returned, sell }
}

test('goods come back from the latest earlier sale of that customer that still has enough', () => {
  const { links, returned, sell } = linked()
  sell('1', 10)
  sell('2', 4)
  sell('3', 2)
  expect(links.take('17850', returned)).toMatchObject({ number: '2', position: 2 })
  expect(links.take('17850', returned)).toMatchObject({ number: '1', position: 2 })
})

test('the last piece of a sale can come back, and no more', () => {
  const { links, returned, sell } = linked()
  sell('1', 3)
  expect(links.take('17850', returned)).not.toBeNull()
  expect(links.take('17850', returned)).toBeNull()
})

test("another customer's sale, another code and someone unknown are no match", () => {
  const { links, returned, sell } = linked()
  sell('1', 10, '13047')
  sell('2', 10, '')
  expect(links.take('17850', returned)).toBeNull()
  expect(links.take('', returned)).toBeNull()
  expect(links.take('13047', aLine('85123A', -1))).toBeNull()
})

test('a return that was refused leaves the sale as it was', () => {
  const { links, returned, sell } = linked()
  sell('1', 3)
  const sale = links.take('17850', returned)
  if (sale) links.giveBack(sale, returned)
  expect(links.take('17850', returned)).toMatchObject({ number: '1' })
})
