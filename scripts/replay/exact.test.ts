import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOfUnits, formatExact, inUnits, parseExact, productOf } from './exact.ts'

const exactly = (text: string) => parseExact(text) ?? 0n

test('a number keeps every decimal, where floats do not', () => {
  const amounts = ['0.1', '0.2', '0.001'].map((price) => productOf(exactly(price), exactly('3')))
  expect(formatExact(amounts.reduce((sum, amount) => sum + amount, 0n))).toBe('0.903')
  expect(formatExact(productOf(exactly('-11062.06'), exactly('1')))).toBe('-11062.06')
  expect(formatExact(0n)).toBe('0.00')
  expect(formatExact(productOf(exactly('-0.5'), exactly('1')))).toBe('-0.50')
})

test.each(['', '1e5', 'NaN', '1,5', '0x10', '1.', '+7'])(
  'what is no plain decimal number is no number: “%s”',
  (text) => {
    const isNumber = text === '1.' || text === '+7'
    expect(parseExact(text) !== undefined).toBe(isNumber)
  },
)

test('a number that is finer than the shop counts is not rounded, but said to be finer', () => {
  expect(inUnits(exactly('2.5501'), 4)).toBe(25_501)
  expect(inUnits(exactly('2.55001'), 4)).toBeUndefined()
  expect(inUnits(exactly('99999999999999'), 4)).toBeUndefined()
})

test('pieces at a price come to the same amount by whole units as by decimals', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (count, price) => {
        const text = `${Math.trunc(price / 10_000)}.${String(price % 10_000).padStart(4, '0')}`
        expect(amountOfUnits(BigInt(count) * BigInt(price), 4)).toBe(productOf(exactly(String(count)), exactly(text)))
      },
    ),
  )
})
