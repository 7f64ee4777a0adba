import { expect, test } from 'vitest'
import { joined, shares } from './useCollectDebt.ts'

const debts = [
  { documentId: 1, open: 300 },
  { documentId: 2, open: 500 },
]

test('what is paid goes to the chosen documents in their order', () => {
  expect(shares(800, debts)).toEqual([
    { documentId: 1, amount: 300 },
    { documentId: 2, amount: 500 },
  ])
  expect(shares(400, debts)).toEqual([
    { documentId: 1, amount: 300 },
    { documentId: 2, amount: 100 },
  ])
  expect(shares(300, debts)).toEqual([{ documentId: 1, amount: 300 }])
})

test('several tenders pay together: the same one again adds up, and its change with it', () => {
  const cash = joined([], { tender: 'cash', amount: 300, received: 500 })
  const both = joined(cash, { tender: 'wechat', amount: 200 })
  expect(both).toEqual([
    { tender: 'cash', amount: 300, received: 500 },
    { tender: 'wechat', amount: 200 },
  ])
  expect(joined(both, { tender: 'cash', amount: 100 })).toEqual([
    { tender: 'wechat', amount: 200 },
    { tender: 'cash', amount: 400, received: 600 },
  ])
})
