/** Prices a basket: what each line is, costs and comes to, by the shop's own rules. Screens know none of them. */
import type { Basket, BasketLine } from '../../../contract/orders.ts'
import {
  amountOf,
  priceOfUnit,
  ZERO,
  type Id,
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
  const priced = lines.map((line, index) => withSums(line, summed.lines[index], decimals))
  return { lines: priced, totals: summed.totals }
}

function withSums(line: Unsummed, sums: LineSums | undefined, decimals: number): Priced {
  if (!sums) throw new Error('a line has no sums')
  const floor = line.sku?.floorPrice ?? null
  const belowFloor = floor !== null && sums.amount < amountOf(line.baseQuantity, floor, decimals)
  return { ...line, ...sums, belowFloor }
}

function describe(ctx: ReadContext, line: BasketLine, skus: Map<Id, SellableSku>): Unsummed {
  if (line.kind === 'discount') return discountLine(line, ctx.shop.profile.defaultTaxRate)
  const sku = skus.get(line.skuId) ?? tradedSku(ctx.db, line.skuId)
  skus.set(line.skuId, sku)
  const { name, factor } = unitOf(sku, line.unit)
  const listPrice = priceOfUnit(sku.price, factor)
  return {
    kind: sku.kind,
    sku,
    title: sku.title,
    unit: name,
    factor,
    quantity: line.quantity,
    baseQuantity: baseQuantityOf(line.quantity, factor),
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
