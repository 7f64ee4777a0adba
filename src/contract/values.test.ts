import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountOf,
  businessDay,
  divideRounded,
  note,
  positiveMoney,
  priceOfUnit,
  proportion,
  quantity,
  rateOf,
  requestId,
  spread,
  taxWithin,
  text,
  toBase,
  unitPriceOf,
  type Money,
  type Quantity,
  type Rate,
  type UnitPrice,
} from './values.ts'

const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n as Money)
const quantities = fc.integer({ min: 1, max: 1_000_000_000 }).map((n) => n as Quantity)
const prices = fc.integer({ min: 0, max: 10_000_000_000 }).map((n) => n as UnitPrice)

describe('rounding', () => {
  test.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [-15n, 10n, -2n],
  ])('%s / %s is %s: half goes away from zero', (dividend, divisor, expected) => {
    expect(divideRounded(dividend, divisor)).toBe(expected)
  })

  test('a sale and its return cancel', () => {
    fc.assert(
      fc.property(quantities, prices, (count, price) => {
        const sold = amountOf(count, price)
        const returned = amountOf((0 - count) as Quantity, price)
        expect(sold + returned).toBe(0)
      }),
    )
  })
})

describe('amounts', () => {
  test('three jars at 12.3456 are 37.04', () => {
    expect(amountOf(3_000 as Quantity, 123_456 as UnitPrice)).toBe(3_704)
  })

  test('half a 斤 at 88.00 is 44.00', () => {
    expect(amountOf(500 as Quantity, 880_000 as UnitPrice)).toBe(4_400)
  })

  test('a currency without decimals rounds to whole units', () => {
    expect(amountOf(1_500 as Quantity, 333_000 as UnitPrice, 0)).toBe(50)
  })

  test('the unit price of an amount gives the amount back, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 1_000 }), (amount, pieces) => {
        const count = (pieces * 1_000) as Quantity
        const price = unitPriceOf(amount as Money, count)
        expect(Math.abs(amountOf(count, price) - amount)).toBeLessThanOrEqual(Math.ceil(pieces / 200) + 1)
      }),
    )
  })

  test('2 箱 of 24 are 48, and a 箱 costs 24 times the bottle', () => {
    expect(toBase(2_000 as Quantity, 24_000 as Quantity)).toBe(48_000)
    expect(priceOfUnit(35_000 as UnitPrice, 24_000 as Quantity)).toBe(840_000)
  })

  test('tax of 13 % within 113.00 is 13.00, and 1 % on 100.00 is 1.00', () => {
    expect(taxWithin(11_300 as Money, 1_300 as Rate)).toBe(1_300)
    expect(rateOf(10_000 as Money, 100 as Rate)).toBe(100)
  })
})

describe('spreading', () => {
  test('the shares always add up, and none is a cent off its due', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 50 }),
        (off, weights) => {
          const shares = spread(off, weights)
          expect(shares.reduce<number>((sum, share) => sum + share, 0)).toBe(off)
          const total = weights.reduce((sum, weight) => sum + weight, 0)
          if (total === 0) return
          shares.forEach((share, index) => {
            const due = (off * (weights[index] ?? 0)) / total
            expect(Math.abs(share - due)).toBeLessThan(1.001)
          })
        },
      ),
    )
  })

  test('the same spread comes out in the same way', () => {
    expect(spread(100 as Money, [1, 1, 1])).toEqual([34, 33, 33])
    expect(spread(-100 as Money, [1, 1, 1])).toEqual([-33, -33, -34])
    expect(spread(7 as Money, [])).toEqual([])
    expect(spread(7 as Money, [0, 0])).toEqual([7, 0])
  })

  test('consecutive proportions of a whole add up to it', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 }),
        (whole, parts) => {
          const total = parts.reduce((sum, part) => sum + part, 0)
          let done = 0
          let given = 0
          for (const part of parts) {
            given += proportion(whole, done + part, total) - proportion(whole, done, total)
            done += part
          }
          expect(given).toBe(whole)
        },
      ),
    )
  })
})

describe('what is refused', () => {
  test.each([Number.NaN, Infinity, 0.5, '1', null, undefined, -1, 1e15])('a sum of %s', (value) => {
    expect(positiveMoney.safeParse(value).success).toBe(false)
  })

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', "2026-01-01' or 1=1", ''])('the day %j', (value) => {
    expect(businessDay.safeParse(value).success).toBe(false)
  })

  test.each(['', '   ', 'a\u0000b', 'line\nbreak', 'x'.repeat(41)])('a name of %j', (value) => {
    expect(text(40).safeParse(value).success).toBe(false)
  })

  test.each(['short', 'has space in it', 'x'.repeat(65), "a'; drop table --"])('a request id of %j', (value) => {
    expect(requestId.safeParse(value).success).toBe(false)
  })

  test('an unsafe integer as quantity, and a NUL in a note', () => {
    expect(quantity.safeParse(2 ** 53).success).toBe(false)
    expect(note().safeParse('a\0b').success).toBe(false)
    expect(note().safeParse('two\nlines').success).toBe(true)
  })
})
