/** Prices a basket: what each line is, costs and comes to, by the shop's own rules. Screens know none of them. */
import type { Basket } from '../../../contract/orders.ts'
import { add, amountOf, spread, sum, ZERO, type Id, type Money, type Quantity } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { tierOf } from '../customers/queries-tiers.ts'
import type { Totals } from '../documents/commands.ts'
import { sellableSkus } from '../products/queries.ts'
import { describeLine, type Described } from './lines.ts'
import { largerStep } from './round-off.ts'
import { sumsOf, type LineSums } from './sums.ts'

/** A line with all that its document will remember of it. */
export interface Priced extends Described, LineSums {
  readonly belowFloor: boolean
}

export interface PricedSale {
  readonly lines: readonly Priced[]
  readonly totals: Totals
  /** Taken off the whole sale, 抹零 apart. */
  readonly saleOff: Money
}

export function priceBasket(ctx: ReadContext, basket: Basket): PricedSale {
  const named = basket.lines.flatMap((line) => (line.kind === 'item' ? [line.skuId] : []))
  const skus = sellableSkus(ctx.db, named)
  const tier = basket.customerId === null ? null : tierOf(ctx.db, basket.customerId)
  const lines = basket.lines.map((line) => describeLine(ctx, line, { skus, tier }))
  const { currencyDecimals: decimals, profile } = ctx.shop
  const { pricesIncludeTax, roundOff } = profile
  const step = largerStep(roundOff.automatic, basket.roundOff)
  const { saleDiscount } = basket
  const summed = sumsOf(lines, { saleDiscount, roundOff: { step, most: roundOff.most }, pricesIncludeTax, decimals })
  const reductions = reductionShares(lines, summed.lines)
  const priced = lines.map((line, index) => withSums(line, summed.lines[index], reductions[index] ?? ZERO, decimals))
  return { lines: priced, totals: summed.totals, saleOff: summed.saleOff }
}

/** What discount lines take off each other line, for its floor price: a reduction on a line of its own is one all the same. */
function reductionShares(lines: readonly Described[], sums: readonly LineSums[]): Money[] {
  const isReduction = (index: number) => lines[index]?.kind === 'discount'
  const off = sum(sums.map(({ amount }, index) => (isReduction(index) ? amount : ZERO)))
  if (off === 0) return []
  return spread(
    off,
    sums.map(({ amount }, index) => (isReduction(index) ? 0 : amount)),
  )
}

/** A gift is below every floor price, and meant to be. */
function withSums(line: Described, sums: LineSums | undefined, reduction: Money, decimals: number): Priced {
  if (!sums) throw new Error('a line has no sums')
  const floor = line.isGift ? null : (line.sku?.floorPrice ?? null)
  const belowFloor = floor !== null && add(sums.amount, reduction) < amountOf(line.baseQuantity, floor, decimals)
  return { ...line, ...sums, belowFloor }
}

/** What all lines of a SKU take out of stock together. */
export function takenBySku(lines: readonly Priced[]): ReadonlyMap<Id, Quantity> {
  const taken = new Map<Id, Quantity>()
  for (const { sku, kind, baseQuantity } of lines) {
    if (!sku || kind !== 'goods') continue
    taken.set(sku.skuId, ((taken.get(sku.skuId) ?? 0) + baseQuantity) as Quantity)
  }
  return taken
}
