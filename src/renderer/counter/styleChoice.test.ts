import { expect, test } from 'vitest'
import type { StyleView } from '../../contract/products.ts'
import { chosenOf, counted, erasedDigit, firstPlace, stepped, typedDigit } from './styleChoice.ts'

const cell = (skuId: number, atCounter: number) => ({ skuId, atCounter, unit: '件' })
/** 藏青 M (none left) and L, 驼色 L alone. */
const style = {
  colours: ['藏青', '驼色'],
  sizes: ['M', 'L'],
  cells: [
    [cell(1, 0), cell(2, 3_000)],
    [null, cell(3, 1_000)],
  ],
} as unknown as StyleView
const NONE = new Map<number, number>()

test('one begins on what is in stock, and arrows stop at the edge', () => {
  expect(firstPlace(style)).toEqual({ row: 0, column: 1 })
  expect(stepped(style, { row: 0, column: 1 }, 0, 1)).toEqual({ row: 0, column: 1 })
  expect(stepped(style, { row: 0, column: 1 }, 1, -1)).toEqual({ row: 1, column: 0 })
})

test('digits follow one another, no further than three, and are taken back one by one', () => {
  let counts = typedDigit(typedDigit(NONE, 2, 1), 2, 2)
  expect(counts.get(2)).toBe(12)
  for (const digit of [3, 4, 5]) counts = typedDigit(counts, 2, digit)
  expect(counts.get(2)).toBe(123)
  counts = erasedDigit(erasedDigit(erasedDigit(counts, 2), 2), 2)
  expect(counts).toEqual(NONE)
})

test('what was counted goes into the basket in the order of the grid', () => {
  const counts = counted(counted(NONE, 3, 2), 1, 1)
  expect(chosenOf(style, counts, { row: 0, column: 1 })).toMatchObject([
    { skuId: 1, quantity: 1_000, scannedUnit: '件' },
    { skuId: 3, quantity: 2_000 },
  ])
})

test('with nothing counted, Enter means one of where one stands, and nothing where there is no such variant', () => {
  expect(chosenOf(style, NONE, { row: 0, column: 1 })).toMatchObject([{ skuId: 2, quantity: 1_000 }])
  expect(chosenOf(style, NONE, { row: 1, column: 0 })).toEqual([])
})
