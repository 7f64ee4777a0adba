import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money, Quantity, Rate, UnitPrice } from '../../../contract/values.ts'
import { sumsOf, type SumLine, type Terms } from './sums.ts'

const terms = (over: Partial<Terms> = {}): Terms => ({
  saleDiscount: 0 as Money,
  roundOff: 0 as Money,
  pricesIncludeTax: true,
  decimals: 2,
  ...over,
})
const line = (pieces: number, price: number, over: Partial<SumLine> = {}): SumLine => ({
  kind: 'goods',
  quantity: (pieces * 1_000) as Quantity,
  unitPrice: Math.round(price * 10_000) as UnitPrice,
  lineDiscount: 0 as Money,
  taxRate: 0 as Rate,
  ...over,
})

describe('what a basket comes to', () => {
  test('the basket of the drawing: 256.00 and 198.00 at 9折, 抹零 0.20, is 434.00', () => {
    const { totals } = sumsOf(
      [line(2, 128), line(1, 198, { lineDiscount: 1_980 as Money })],
      terms({ roundOff: 20 as Money }),
    )
    expect(totals).toMatchObject({ subtotal: 45_400, discountTotal: 1_980, roundOff: 20, total: 43_400 })
  })

  test('a discount on the whole sale is spread over its lines', () => {
    const { lines, totals } = sumsOf([line(1, 10), line(1, 20)], terms({ saleDiscount: 100 as Money }))
    expect(lines.map(({ discountShare }) => discountShare)).toEqual([33, 67])
    expect(totals.total).toBe(2_900)
  })

  test('a line that only takes off counts as discount', () => {
    const { totals } = sumsOf([line(1, 10), line(-1, 3, { kind: 'discount' })], terms())
    expect(totals).toMatchObject({ subtotal: 1_000, discountTotal: 300, total: 700 })
  })

  test('tax is within prices that include it, and on top of those that do not', () => {
    const taxed = [line(1, 113, { taxRate: 1_300 as Rate })]
    expect(sumsOf(taxed, terms()).totals).toMatchObject({ total: 11_300, tax: 1_300 })
    expect(sumsOf(taxed, terms({ pricesIncludeTax: false })).totals).toMatchObject({ total: 12_769, tax: 1_469 })
  })

  test('more off than the goods come to is refused, on a line and on the whole', () => {
    expect(() => sumsOf([line(1, 10, { lineDiscount: 1_001 as Money })], terms())).toThrow('DISCOUNT_TOO_LARGE')
    expect(() => sumsOf([line(1, 10)], terms({ saleDiscount: 1_001 as Money }))).toThrow('DISCOUNT_TOO_LARGE')
    expect(() => sumsOf([line(1, 10), line(-2, 10, { kind: 'discount' })], terms())).toThrow('DISCOUNT_TOO_LARGE')
  })

  test('a sum beyond all trade is refused', () => {
    expect(() => sumsOf([line(90_000_000, 9_000_000)], terms())).toThrow('AMOUNT_TOO_LARGE')
  })
})

test('whatever is in the basket, lines add up to the total and none is below nothing', () => {
  const lines = fc.array(
    fc.record({
      pieces: fc.integer({ min: 1, max: 50_000 }),
      price: fc.integer({ min: 0, max: 9_999_999 }),
      tax: fc.integer({ min: 0, max: 1_700 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (rows, share, pricesIncludeTax) => {
      const basket = rows.map(({ pieces, price, tax }) =>
        line(0, 0, { quantity: pieces as Quantity, unitPrice: price as UnitPrice, taxRate: tax as Rate }),
      )
      const before = sumsOf(basket, terms()).totals.total
      const off = Math.floor(before * share) as Money
      const { lines: sums, totals } = sumsOf(basket, terms({ saleDiscount: off, pricesIncludeTax }))
      const amounts = sums.reduce((sum, { amount }) => sum + amount, 0)
      const tax = sums.reduce((sum, each) => sum + each.tax, 0)
      expect(amounts).toBe(before - off)
      expect(totals.total).toBe(pricesIncludeTax ? amounts : amounts + tax)
      expect(totals.subtotal - totals.discountTotal - totals.roundOff).toBe(amounts)
      for (const { amount } of sums) expect(amount).toBeGreaterThanOrEqual(0)
    }),
  )
})
