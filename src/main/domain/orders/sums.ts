/** What a basket comes to: pure sums, no database. */
import {
  add,
  amountOf,
  spread,
  subtract,
  sum,
  taxWithin,
  rateOf,
  ZERO,
  type Money,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../../contract/values.ts'
import { totalsOf, type Totals } from '../documents/commands.ts'
import { refuse } from '../errors.ts'
import { withinTrade } from '../sku-lines.ts'

export interface SumLine {
  readonly kind: 'goods' | 'service' | 'discount'
  /** Signed: a discount line's is negative. */
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  readonly lineDiscount: Money
  readonly taxRate: Rate
}

export interface Terms {
  readonly saleDiscount: Money
  readonly roundOff: Money
  readonly pricesIncludeTax: boolean
  readonly decimals: number
}

export interface LineSums {
  readonly gross: Money
  readonly discountShare: Money
  readonly amount: Money
  readonly tax: Money
}

/**
 * Line amounts, with what is taken off the whole sale (discount and 抹零) spread over goods and services by largest
 * remainder, so that lines always add up to the total. Tax is each line's own, after discounts.
 */
export function sumsOf(lines: readonly SumLine[], terms: Terms): { lines: readonly LineSums[]; totals: Totals } {
  const gross = lines.map((line) => withinTrade(amountOf(line.quantity, line.unitPrice, terms.decimals)))
  const before = lines.map((line, index) => subtract(gross[index] ?? ZERO, line.lineDiscount))
  const weights = lines.map((line, index) => (line.kind === 'discount' ? 0 : Math.max(0, before[index] ?? 0)))
  const off = add(terms.saleDiscount, terms.roundOff)
  refuseTooMuchOff(lines, before, off)
  const shares = off === 0 ? lines.map(() => ZERO) : spread(off, weights)
  const sums = lines.map((line, index) => {
    const discountShare = shares[index] ?? ZERO
    const amount = subtract(before[index] ?? ZERO, discountShare)
    return { gross: gross[index] ?? ZERO, discountShare, amount, tax: taxOf(amount, line.taxRate, terms) }
  })
  const summed = sums.map((line, index) => ({ ...line, kind: lines[index]?.kind ?? 'goods' }))
  return { lines: sums, totals: totalsOf(summed, terms) }
}

/** Prices with tax contain it; prices without it have it on top. */
export function taxOf(amount: Money, rate: Rate, { pricesIncludeTax }: Pick<Terms, 'pricesIncludeTax'>): Money {
  return pricesIncludeTax ? taxWithin(amount, rate) : rateOf(amount, rate)
}

function refuseTooMuchOff(lines: readonly SumLine[], before: readonly Money[], off: Money): void {
  const goods = sum(before.map((amount, index) => (lines[index]?.kind === 'discount' ? ZERO : amount)))
  const reductions = sum(before.map((amount, index) => (lines[index]?.kind === 'discount' ? amount : ZERO)))
  const most = add(goods, reductions)
  const lineTooMuch = before.some((amount, index) => lines[index]?.kind !== 'discount' && amount < 0)
  if (lineTooMuch || off > most || most < 0) refuse('DISCOUNT_TOO_LARGE', { most: Math.max(0, most) })
}
