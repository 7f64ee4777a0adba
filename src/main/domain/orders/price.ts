/** Prices a basket: what each line is, costs and comes to, by the shop's own rules. Screens know none of them. */
import type { Basket, BasketLine } from '../../../contract/orders.ts'
import {
  add,
  amountOf,
  spread,
  sum,
  priceOfUnit,
  ZERO,
  type Id,
  type Money,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import type { Totals } from '../documents/commands.ts'
import type { SellableSku } from '../products/queries.ts'
import { baseQuantityOf, tradedSku, unitOf } from '../sku-lines.ts'
import { sumsOf, type LineSums, type SumLine } from './sums.ts'

/** A line with all that its document will remember of it. */
export interface Priced extends SumLine, LineSums {
  readonly sku: SellableSku | null
  readonly title: string
  readonly unit: string
  readonly factor: Quantity
  readonly baseQuantity: Quantity
  readonly listPrice: UnitPrice
  readonly priceFrom: 'list' | 'typed' | 'none'
  readonly belowFloor: boolean
}

type Unsummed = Omit<Priced, keyof LineSums | 'belowFloor'>

export function priceBasket(ctx: ReadContext, basket: Basket): { lines: readonly Priced[]; totals: Totals } {
  const skus = new Map<Id, SellableSku>()
  const lines = basket.lines.map((line) => describe(ctx, line, skus))
  const { currencyDecimals: decimals, profile } = ctx.shop
  const { saleDiscount, roundOff } = basket
  const summed = sumsOf(lines, { saleDiscount, roundOff, pricesIncludeTax: profile.pricesIncludeTax, decimals })
  const reductions = reductionShares(lines, summed.lines)
  const priced = lines.map((line, index) => withSums(line, summed.lines[index], reductions[index] ?? ZERO, decimals))
  return { lines: priced, totals: summed.totals }
}

/** What discount lines take off each other line, for its floor price: a reduction on a line of its own is one all the same. */
function reductionShares(lines: readonly Unsummed[], sums: readonly LineSums[]): Money[] {
  const isReduction = (index: number) => lines[index]?.kind === 'discount'
  const off = sum(sums.map(({ amount }, index) => (isReduction(index) ? amount : ZERO)))
  if (off === 0) return []
  return spread(
    off,
    sums.map(({ amount }, index) => (isReduction(index) ? 0 : amount)),
  )
}

function withSums(line: Unsummed, sums: LineSums | undefined, reduction: Money, decimals: number): Priced {
  if (!sums) throw new Error('a line has no sums')
  const floor = line.sku?.floorPrice ?? null
  const belowFloor = floor !== null && add(sums.amount, reduction) < amountOf(line.baseQuantity, floor, decimals)
  return { ...line, ...sums, belowFloor }
}

function describe(ctx: ReadContext, line: BasketLine, skus: Map<Id, SellableSku>): Unsummed {
  if (line.kind === 'discount') return discountLine(line, ctx.shop.profile.defaultTaxRate)
  const sku = skus.get(line.skuId) ?? tradedSku(ctx.db, line.skuId)
  skus.set(line.skuId, sku)
  const unit = unitOf(sku, line.unit)
  const { name, factor } = unit
  const listPrice = priceOfUnit(sku.price, factor)
  return {
    kind: sku.kind,
    sku,
    title: sku.title,
    unit: name,
    factor,
    quantity: line.quantity,
    baseQuantity: baseQuantityOf(sku, line.quantity, unit),
    unitPrice: line.unitPrice ?? listPrice,
    listPrice,
    priceFrom: line.unitPrice === undefined ? 'list' : 'typed',
    lineDiscount: line.discount ?? ZERO,
    taxRate: sku.taxRate,
  }
}

function discountLine(line: Extract<BasketLine, { kind: 'discount' }>, taxRate: Rate): Unsummed {
  const negative = (0 - line.quantity) as Quantity
  const counted = { quantity: negative, factor: 1_000 as Quantity, baseQuantity: negative }
  const price = { unitPrice: line.unitPrice, listPrice: line.unitPrice, priceFrom: 'none' as const }
  return { kind: 'discount', sku: null, title: line.title, unit: '', ...counted, ...price, lineDiscount: ZERO, taxRate }
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
