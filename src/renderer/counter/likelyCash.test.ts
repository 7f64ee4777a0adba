import { expect, test } from 'vitest'
import { likelyCash } from './likelyCash.ts'

const yuan = (due: number) => likelyCash(due * 100, 'CNY', 2).map((sum) => sum / 100)

test('a sum is rounded up to each note', () => {
  expect(yuan(434)).toEqual([435, 440, 450, 500])
  expect(yuan(28)).toEqual([30, 40, 50, 100])
  expect(yuan(3.5)).toEqual([5, 10, 20, 50, 100])
})

test('a sum that a note pays exactly is not offered twice', () => {
  expect(yuan(100)).toEqual([])
  expect(yuan(50)).toEqual([60, 100])
})

test('where there are no cents, the notes are larger', () => {
  expect(likelyCash(434, 'TWD', 0)).toEqual([450, 500, 600, 1_000, 2_000])
})

test('for nothing, nothing is handed over', () => {
  expect(yuan(0)).toEqual([])
})
