import { expect, test } from 'vitest'
import { decimalText, parseDecimal } from './numbers.ts'

test.each([
  [123_450, 2, 2, '1,234.50'],
  [0, 2, 2, '0.00'],
  [-5, 2, 2, '-0.05'],
  [1_250, 3, 0, '1.25'],
  [24_000, 3, 0, '24'],
  [125_000, 4, 2, '12.50'],
  [125_050, 4, 2, '12.505'],
  [1_000_000, 0, 0, '1,000,000'],
])('%i with %i decimals, at least %i, reads %s', (value, decimals, least, text) => {
  expect(decimalText(value, decimals, least)).toBe(text)
})

test.each([
  ['12.5', 2, 1_250],
  ['1,234.50', 2, 123_450],
  ['１２．５', 2, 1_250],
  ['12。5', 2, 1_250],
  ['.5', 2, 50],
  ['5.', 2, 500],
  ['¥3', 2, 300],
  ['-2', 2, -200],
  ['-0', 2, 0],
  ['1.50', 0, null],
  ['1.0', 0, 1],
  ['1.234', 2, null],
  ['', 2, null],
  ['.', 2, null],
  ['1e3', 2, null],
  ['12a', 2, null],
  ['99999999999999999999', 2, null],
])('what was typed as %j with %i decimals is %j', (typed, decimals, value) => {
  expect(parseDecimal(typed, decimals)).toBe(value)
})

test('every sum that is written can be read back', () => {
  for (const value of [0, 1, 9, 10, 99, 100, 12_345, 1_000_000_000_00, -1, -12_345]) {
    for (const decimals of [0, 2, 3, 4]) {
      expect(parseDecimal(decimalText(value, decimals, 0), decimals)).toBe(value)
    }
  }
})
