import { expect, test } from 'vitest'
import type { Tender } from '../../contract/documents.ts'
import { changeOf, paidBy, receivedBy, take } from './payment.ts'
import type { Part, Taken, TakingRefusal } from './payment.ts'

const partsOf = (taken: Taken | TakingRefusal): readonly Part[] => (typeof taken === 'string' ? [] : taken.parts)
const paying = (tender: Tender, typed: number | null, sure = false) => ({ tender, typed, decimals: 2, sure })

test('nothing typed pays all that is left', () => {
  expect(take([], 12_800, paying('cash', null))).toEqual({
    parts: [{ tender: 'cash', amount: 12_800, received: 12_800 }],
    finished: true,
  })
})

test('more cash than is due gives change', () => {
  const taken = take([], 43_400, paying('cash', 50_000))
  expect(taken).toEqual({ parts: [{ tender: 'cash', amount: 43_400, received: 50_000 }], finished: true })
  expect(changeOf(partsOf(taken))).toBe(6_600)
  expect(receivedBy(partsOf(taken))).toBe(50_000)
})

test('only cash gives change', () => {
  expect(take([], 10_000, paying('wechat', 10_001))).toBe('CHANGE_ONLY_FROM_CASH')
})

test('far too much cash asks once', () => {
  expect(take([], 10_000, paying('cash', 110_001))).toBe('SURE')
  expect(take([], 10_000, paying('cash', 110_000))).toMatchObject({ finished: true })
  expect(take([], 10_000, paying('cash', 110_001, true))).toMatchObject({ finished: true })
})

test('several tenders share a sale, each on a row of its own', () => {
  const first = take([], 10_000, paying('wechat', 4_000))
  expect(first).toEqual({ parts: [{ tender: 'wechat', amount: 4_000 }], finished: false })
  const second = take(partsOf(first), 10_000, paying('wechat', 1_000))
  const third = take(partsOf(second), 10_000, paying('cash', 6_000))
  expect(third).toEqual({
    parts: [
      { tender: 'wechat', amount: 5_000 },
      { tender: 'cash', amount: 5_000, received: 6_000 },
    ],
    finished: true,
  })
  expect(paidBy(partsOf(third))).toBe(10_000)
})

test('a sale of nothing needs no tender', () => {
  expect(take([], 0, paying('cash', null))).toEqual({ parts: [], finished: true })
})

test('what is all paid is finished again after a lost answer', () => {
  const parts: Part[] = [{ tender: 'card', amount: 500 }]
  expect(take(parts, 500, paying('cash', null))).toEqual({ parts, finished: true })
})
