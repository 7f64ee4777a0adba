import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money, Quantity, Rate, UnitPrice } from '../../../contract/values.ts'
import { off, remains, yuan } from '../../testing/trade.ts'
import { DomainError } from '../errors.ts'
import { sumsOf, type SumLine, type Terms } from './sums.ts'

const terms = (over: Partial<Terms> = {}): Terms => ({
  saleDiscount: null,
  roundOff: { step: 'none', most: yuan(5) },
  pricesIncludeTax: true,
  decimals: 2,
  ...over,
})
const downTo = (step: Terms['roundOff']['step'], most = yuan(5)) => ({ roundOff: { step, most } })
const agreed = (total: number) => ({ saleDiscount: { kind: 'agreedTotal' as const, total: yuan(total) } })
const line = (pieces: number, price: number, over: Partial<SumLine> = {}): SumLine => ({
  kind: 'goods',
  quantity: Math.round(pieces * 1_000) as Quantity,
  unitPrice: Math.round(price * 10_000) as UnitPrice,
  taxRate: 0 as Rate,
  ...over,
})

describe('what a basket comes to', () => {
  test('the basket of the drawing: 256.00 and 198.00 at 9折, 抹零 0.20, is 434.00', () => {
    const basket = [line(2, 128), line(1, 198, { discount: remains(9) })]
    expect(sumsOf(basket, terms(downTo('yuan'))).totals).toMatchObject({
      subtotal: 45_400,
      discountTotal: 1_980,
      roundOff: 20,
      total: 43_400,
    })
  })

  test('a discount on the whole sale is spread over its lines', () => {
    const { lines, totals, saleOff } = sumsOf([line(1, 10), line(1, 20)], terms({ saleDiscount: off(1) }))
    expect(lines.map(({ discountShare }) => discountShare)).toEqual([33, 67])
    expect([totals.total, saleOff]).toEqual([2_900, 100])
  })

  test('the whole sale’s discount comes after those of the lines, and the odd cents last', () => {
    // 128.00 + 259.00 × 0.888 = 357.99; 95 % of it is 340.09, which loses 0.09.
    const basket = [line(1, 128), line(1, 259, { discount: remains(8.88) })]
    const { totals, saleOff } = sumsOf(basket, terms({ saleDiscount: remains(9.5), ...downTo('jiao') }))
    expect([totals.roundOff, saleOff, totals.total]).toEqual([9, 1_790, 34_000])
  })

  test('a total agreed on makes the difference a discount, before 抹零', () => {
    const basket = [line(1, 128), line(1, 60.5)]
    expect(sumsOf(basket, terms(agreed(180))).totals).toMatchObject({ discountTotal: 850, roundOff: 0, total: 18_000 })
    const rounded = sumsOf(basket, terms({ ...agreed(180.9), ...downTo('yuan') }))
    expect(rounded.totals).toMatchObject({ discountTotal: 760, roundOff: 90, total: 18_000 })
    expect(() => sumsOf(basket, terms(agreed(188.51)))).toThrow('AGREED_TOTAL_TOO_HIGH')
  })

  test('a gift comes to nothing and takes no share', () => {
    const { lines, totals } = sumsOf([line(1, 10), line(1, 20, { isGift: true })], terms({ saleDiscount: off(1) }))
    expect(lines.map(({ amount, lineDiscount }) => [amount, lineDiscount])).toEqual([
      [900, 0],
      [0, 2_000],
    ])
    expect(totals).toMatchObject({ subtotal: 3_000, discountTotal: 2_100, total: 900 })
  })

  test('a label’s sum stands, a cent above weight times price or below it', () => {
    const labelled = (labelAmount: Money) => sumsOf([line(0.333, 10, { labelAmount })], terms()).lines[0]
    expect(labelled(334 as Money)).toMatchObject({ gross: 333, lineDiscount: -1, amount: 334 })
    expect(labelled(332 as Money)).toMatchObject({ gross: 333, lineDiscount: 1, amount: 332 })
    const reduced = sumsOf([line(0.333, 10, { labelAmount: 334 as Money, discount: remains(5) })], terms())
    expect(reduced.totals.total).toBe(167)
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

  test('with tax on top, what is even and what is agreed on is what is paid', () => {
    const taxed = [line(1, 113, { taxRate: 1_300 as Rate })]
    const onTop = (over: Partial<Terms>) => sumsOf(taxed, terms({ pricesIncludeTax: false, ...over })).totals.total
    expect(onTop(downTo('yuan'))).toBe(12_700)
    expect(onTop(agreed(113))).toBe(11_300)
    // 106.19 and 106.20 come to 119.99 and 120.01.
    expect(onTop(agreed(120))).toBe(11_999)
  })

  test('more off than the goods come to is refused, on a line and on the whole', () => {
    expect(() => sumsOf([line(1, 10, { discount: off(10.01) })], terms())).toThrow('DISCOUNT_TOO_LARGE')
    expect(() => sumsOf([line(1, 10)], terms({ saleDiscount: off(10.01) }))).toThrow('DISCOUNT_TOO_LARGE')
    const most = (lines: SumLine[]) => expect(() => sumsOf(lines, terms()))
    // Each line knows its own most, whatever stands beside it.
    most([line(1, 128, { discount: off(500) }), line(1, 200)]).toThrow(
      expect.objectContaining({ data: { most: 12_800 } }),
    )
    most([line(1, 128), line(-1, 500, { kind: 'discount' })]).toThrow(
      expect.objectContaining({ data: { most: 12_800 } }),
    )
    expect(() => sumsOf([line(1, 10), line(-2, 10, { kind: 'discount' })], terms())).toThrow('DISCOUNT_TOO_LARGE')
  })

  test('a sum beyond all trade is refused', () => {
    expect(() => sumsOf([line(90_000_000, 9_000_000)], terms())).toThrow('AMOUNT_TOO_LARGE')
  })
})

describe('抹零', () => {
  const paid = (price: number, over: Partial<Terms>) => sumsOf([line(1, price)], terms(over)).totals.total

  test.each([
    ['jiao', 12.34, 1_230],
    ['yuan', 12.34, 1_200],
    ['fiveYuan', 12.34, 1_000],
    ['none', 12.34, 1_234],
  ] as const)('to %s', (step, price, total) => {
    expect(paid(price, downTo(step))).toBe(total)
  })

  test('takes a smaller step where that would be more than the shop drops, or none', () => {
    expect(paid(14.99, downTo('fiveYuan', yuan(1)))).toBe(1_400)
    expect(paid(14.99, downTo('fiveYuan', yuan(0.5)))).toBe(1_490)
    expect(paid(14.99, downTo('fiveYuan', yuan(0.01)))).toBe(1_499)
  })

  test('never drops all that is due', () => {
    expect(paid(3.21, downTo('fiveYuan'))).toBe(300)
    expect(paid(0.04, downTo('fiveYuan'))).toBe(4)
  })

  test('knows no 角 where the currency has no decimals', () => {
    expect(paid(1_234, { ...downTo('jiao'), decimals: 0 })).toBe(1_234)
    expect(paid(1_234, { ...downTo('yuan'), decimals: 0 })).toBe(1_234)
    expect(paid(1_234, { ...downTo('fiveYuan'), decimals: 0 })).toBe(1_230)
  })
})

const money = (most: number) => fc.integer({ min: 0, max: most }).map((amount) => amount as Money)
const rate = (most = 10_000) => fc.integer({ min: 0, max: most }).map((each) => each as Rate)
const reduction = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), amount: money(50_000) }),
  fc.record({ kind: fc.constant('rate' as const), rate: rate() }),
)
const basketLine = fc.record({
  kind: fc.constantFrom('goods' as const, 'goods' as const, 'service' as const),
  quantity: fc.integer({ min: 1, max: 50_000 }).map((count) => count as Quantity),
  unitPrice: fc.integer({ min: 0, max: 9_999_999 }).map((price) => price as UnitPrice),
  taxRate: rate(1_700),
  discount: fc.option(reduction, { nil: undefined, freq: 3 }),
  isGift: fc.boolean(),
  labelAmount: fc.option(money(100_000), { nil: undefined, freq: 3 }),
})
const anyTerms = fc.record({
  saleDiscount: fc.option(
    fc.oneof(reduction, fc.record({ kind: fc.constant('agreedTotal' as const), total: money(500_000) })),
  ),
  roundOff: fc.record({ step: fc.constantFrom('none', 'jiao', 'yuan', 'fiveYuan'), most: money(600) }),
  pricesIncludeTax: fc.boolean(),
  decimals: fc.constantFrom(0, 2),
}) satisfies fc.Arbitrary<Terms>

test('whatever is taken off a basket, lines add up to the total and none is below nothing', () => {
  let summed = 0
  fc.assert(
    fc.property(fc.array(basketLine, { minLength: 1, maxLength: 30 }), anyTerms, (basket, asked) => {
      const sums = unlessRefused(() => sumsOf(basket, asked))
      if (!sums) return
      summed += 1
      const { lines, totals, saleOff } = sums
      const amounts = lines.reduce((sum, { amount }) => sum + amount, 0)
      const tax = lines.reduce((sum, each) => sum + each.tax, 0)
      const shares = lines.reduce((sum, { discountShare }) => sum + discountShare, 0)
      expect(totals.total).toBe(asked.pricesIncludeTax ? amounts : amounts + tax)
      expect(totals.subtotal - totals.discountTotal - totals.roundOff).toBe(amounts)
      expect(shares).toBe(saleOff + totals.roundOff)
      expect(totals.roundOff).toBeLessThanOrEqual(asked.roundOff.most)
      for (const { gross, lineDiscount, discountShare, amount } of lines) {
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBe(gross - lineDiscount - discountShare)
      }
      if (asked.saleDiscount?.kind === 'agreedTotal') {
        const before = totals.total + (asked.pricesIncludeTax ? totals.roundOff : 0)
        expect(before).toBeLessThanOrEqual(asked.saleDiscount.total)
        if (asked.pricesIncludeTax) expect(before).toBe(asked.saleDiscount.total)
      }
    }),
  )
  expect(summed).toBeGreaterThan(20)
})

function unlessRefused<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
