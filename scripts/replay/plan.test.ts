import { describe, expect, test } from 'vitest'
import type { Shop } from '../../src/main/domain/context.ts'
import { aDocument, aLine } from './a-document.ts'
import { medianOf, planOf } from './plan.ts'
import type { SourceDocument } from './source.ts'

const profile = { timeZone: 'Europe/London', dayStartHour: 4 } as Shop['profile']
const plan = (...documents: SourceDocument[]) => planOf(documents, { profile, currencyDecimals: 2 })
const at = (localTime: string) => ({ localTime: `2011-02-01 ${localTime}` })

describe('opening stock', () => {
  test('is as large as the year needs at its lowest point', () => {
    const { products } = plan(
      aDocument('1', [aLine('22139', 5), aLine('POST', 1)]),
      aDocument('C2', [aLine('22139', -4)]),
      aDocument('3', [aLine('22139', -6, 0)]),
      aDocument('C4', [aLine('22139', -2)]),
    )
    expect(products).toMatchObject([
      { code: '22139', opening: 7_000 },
      { code: 'POST', kind: 'service', opening: 0 },
    ])
  })

  test('counts documents by their time, whatever their place in the file', () => {
    const late = aDocument('1', [aLine('22139', 5)], at('12:00:00'))
    const early = aDocument('C2', [aLine('22139', -4)], at('09:00:00'))
    expect(plan(late, early).products).toMatchObject([{ opening: 1_000 }])
    expect(plan(late, early).documents.map(({ source }) => source.number)).toEqual(['C2', '1'])
  })

  test('costs 60 % of the median of the prices that were asked', () => {
    const priced = [2.55, 0, 1, 3.01].map((price) => aLine('22139', 1, price))
    expect(plan(aDocument('1', priced)).products).toMatchObject([{ price: 25_500, openingCost: 15_300 }])
    expect(medianOf([])).toBe(0)
    expect(medianOf([30_000, 10_000, 20_001, 20_000])).toBe(20_001)
  })
})

test('a product is called what it is called most; without any name it is called by its code', () => {
  const called = (description: string) => aLine('22139', 1, 1, { description })
  const { products } = plan(
    aDocument('1', ['?', 'TEA SET', '', '', '', 'TEA SET'].map(called)),
    aDocument('2', [aLine('1', 1, 1, { description: '' })]),
  )
  expect(products.map(({ title }) => title)).toEqual(['TEA SET', '1'])
})

test('what is refused needs no product, a discount neither', () => {
  expect(plan(aDocument('A1', [aLine('B', 1)]), aDocument('C1', [aLine('D', -1)])).products).toEqual([])
})

test('the drawer starts each day with what its refunds need', () => {
  const walkIn = { customer: '' }
  const { floats } = plan(
    aDocument('1', [aLine('22139', 1, 10)], walkIn),
    aDocument('C2', [aLine('22139', -1, 25)], walkIn),
    aDocument('C3', [aLine('22139', -1, 99)]),
    aDocument('4', [aLine('22139', 1, 10)], { ...walkIn, localTime: '2011-02-02 09:00:00' }),
  )
  expect(Object.fromEntries(floats)).toEqual({ '2011-02-01': 1_500, '2011-02-02': 0 })
})
