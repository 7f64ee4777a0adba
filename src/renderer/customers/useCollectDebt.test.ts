import { expect, test } from 'vitest'
import { shares } from './useCollectDebt.ts'

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
