import { expect, test } from 'vitest'
import { parseReduction } from './reduction.ts'

test.each([
  ['9', 9_000],
  ['8.5', 8_500],
  ['88', 8_800],
  ['9.75', 9_750],
  ['0.5', 500],
])('%s is what remains of ten', (typed, rate) => {
  expect(parseReduction(typed, 2)).toEqual({ kind: 'rate', rate })
})

test('a sum is typed with a minus', () => {
  expect(parseReduction('-5', 2)).toEqual({ kind: 'amount', amount: 500 })
  expect(parseReduction('－1.5', 2)).toEqual({ kind: 'amount', amount: 150 })
})

test.each(['0', '10', '100', '-0'])('%s takes a discount away', (typed) => {
  expect(parseReduction(typed, 2)).toBe('none')
})

test.each(['', '-', 'abc', '101', '--5', '-1.234'])('%j is no discount', (typed) => {
  expect(parseReduction(typed, 2)).toBeNull()
})
