/** What a basket comes to: pure sums, no database. */
import type { Reduction, SaleReduction } from '../../../contract/orders.ts'
import type { RoundingStep } from '../../../contract/settings.ts'
import {
  add,
  amountOf,
  proportion,
  rateOf,
  spread,
  subtract,
  sum,
  taxWithin,
  ZERO,
  type Money,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../../contract/values.ts'
import { totalsOf, type Totals } from '../documents/commands.ts'
import { refuse } from '../errors.ts'
import { withinTrade } from '../sku-lines.ts'
import { evenSumsBelow } from './round-off.ts'

export interface SumLine {
  readonly kind: 'goods' | 'service' | 'discount'
  /** Signed: a discount line's is negative. */
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  readonly taxRate: Rate
  readonly discount?: Reduction | undefined
  readonly isGift?: boolean
  /** What a scale's label says that the line comes to. */
  readonly labelAmount?: Money | undefined
}

export interface Terms {
  readonly saleDiscount: SaleReduction | null
  readonly roundOff: { readonly step: RoundingStep; readonly most: Money }
  readonly pricesIncludeTax: boolean
  readonly decimals: number
}

export interface LineSums {
  readonly gross: Money
  readonly lineDiscount: Money
  readonly discountShare: Money
  readonly amount: Money
  readonly tax: Money
}

export interface Sums {
  readonly lines: readonly LineSums[]
  readonly totals: Totals
  /** Taken off the whole sale, 抹零 apart. */
  readonly saleOff: Money
}

interface Own {
  readonly gross: Money
  /** The most that can come off it. */
  readonly whole: Money
  /** After what is taken off the line itself. */
  readonly net: Money
}

/**
 * Line amounts, with what is taken off the whole sale (a discount or an agreed total, then 抹零) spread over goods and
 * services by largest remainder, so that lines always add up to the total. Tax is each line's own, after discounts.
 */
export function sumsOf(lines: readonly SumLine[], terms: Terms): Sums {
  const own = lines.map((line) => ownSums(line, terms.decimals))
  const net = sum(own.map((each) => each.net))
  refuseBelowNothing(lines, own, net)
  const reducedBy = (off: Money) => reduced(lines, own, off, terms)
  const list = reducedBy(ZERO)
  const saleOff = saleOffOf(terms.saleDiscount, net, dueOf(list, terms), (due) =>
    offDownTo(due, ZERO, net, (off) => dueOf(reducedBy(off), terms)),
  )
  if (saleOff > net) refuse('DISCOUNT_TOO_LARGE', { most: net })
  const discounted = saleOff === 0 ? list : reducedBy(saleOff)
  const off = roundedOff(dueOf(discounted, terms), saleOff, terms, (due) =>
    offDownTo(due, saleOff, net, (more) => dueOf(reducedBy(more), terms)),
  )
  const sums = off === saleOff ? discounted : reducedBy(off)
  const kinds = sums.map((line, index) => ({ ...line, kind: lines[index]?.kind ?? 'goods' }))
  const { pricesIncludeTax } = terms
  return { lines: sums, totals: totalsOf(kinds, { roundOff: subtract(off, saleOff), pricesIncludeTax }), saleOff }
}

/** Prices with tax contain it; prices without it have it on top. */
export function taxOf(amount: Money, rate: Rate, { pricesIncludeTax }: Pick<Terms, 'pricesIncludeTax'>): Money {
  return pricesIncludeTax ? taxWithin(amount, rate) : rateOf(amount, rate)
}

/** A gift comes to nothing; a scale's label is right whatever weight times price would round to. */
function ownSums({ quantity, unitPrice, discount, isGift = false, labelAmount }: SumLine, decimals: number): Own {
  const gross = withinTrade(amountOf(quantity, unitPrice, decimals))
  if (isGift) return { gross, whole: gross, net: ZERO }
  const whole = labelAmount ?? gross
  return { gross, whole, net: subtract(whole, discount ? reductionOf(discount, whole) : ZERO) }
}

function reductionOf(reduction: Reduction, whole: Money): Money {
  return reduction.kind === 'amount' ? reduction.amount : subtract(whole, rateOf(whole, reduction.rate))
}

/** A line's reduction is at most that line, and reductions on lines of their own are at most the goods. */
function refuseBelowNothing(lines: readonly SumLine[], own: readonly Own[], net: Money): void {
  const goods = own.filter((_, index) => lines[index]?.kind !== 'discount')
  const tooMuch = goods.find((line) => line.net < 0)
  if (tooMuch) refuse('DISCOUNT_TOO_LARGE', { most: tooMuch.whole })
  if (net < 0) refuse('DISCOUNT_TOO_LARGE', { most: sum(goods.map((line) => line.net)) })
}

function reduced(lines: readonly SumLine[], own: readonly Own[], off: Money, terms: Terms): readonly LineSums[] {
  const shares =
    off === 0
      ? []
      : spread(
          off,
          own.map(({ net }, index) => (lines[index]?.kind === 'discount' ? 0 : net)),
        )
  return lines.map(({ taxRate }, index) => {
    const { gross, net } = own[index] ?? { gross: ZERO, net: ZERO }
    const discountShare = shares[index] ?? ZERO
    const amount = subtract(net, discountShare)
    return { gross, lineDiscount: subtract(gross, net), discountShare, amount, tax: taxOf(amount, taxRate, terms) }
  })
}

function dueOf(lines: readonly LineSums[], { pricesIncludeTax }: Terms): Money {
  const amount = sum(lines.map((line) => line.amount))
  return pricesIncludeTax ? amount : add(amount, sum(lines.map((line) => line.tax)))
}

/** @param downTo what must come off so that no more than that is due */
function saleOffOf(reduction: SaleReduction | null, net: Money, due: Money, downTo: (due: Money) => Money): Money {
  if (reduction === null) return ZERO
  if (reduction.kind !== 'agreedTotal') return reductionOf(reduction, net)
  if (reduction.total > due) refuse('AGREED_TOTAL_TOO_HIGH', { most: due })
  return downTo(reduction.total)
}

/** What comes off in all once odd money is dropped: to the wanted step, or a smaller one where that takes too much. */
function roundedOff(due: Money, saleOff: Money, terms: Terms, downTo: (due: Money) => Money): Money {
  for (const even of evenSumsBelow(due, terms.roundOff.step, terms.decimals)) {
    const off = downTo(even)
    if (subtract(off, saleOff) <= terms.roundOff.most) return off
  }
  return saleOff
}

/**
 * The least to take off, from `from` on, so that no more than `target` is due. Where tax comes on top, some sums cannot be
 * met to the cent: then it is one below.
 */
function offDownTo(target: Money, from: Money, net: Money, dueAfter: (off: Money) => Money): Money {
  let off = from
  for (let due = dueAfter(off); due > target; due = dueAfter(off)) {
    const step = due === 0 ? 0 : proportion(subtract(due, target), subtract(net, off), due) - 1
    off = add(off, Math.max(1, step) as Money)
  }
  return off
}
