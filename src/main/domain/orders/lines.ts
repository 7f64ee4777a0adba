/** What each line of a basket is and costs, before any sum: goods and services, what has no code, and reductions. */
import type { BasketLine, ItemLine, QuickLine } from '../../../contract/orders.ts'
import type { PriceSource } from '../../../contract/documents.ts'
import {
  amountOf,
  ONE,
  unitPriceOf,
  type Id,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { listPriceFor, type Tier } from '../pricing.ts'
import type { SellableSku } from '../products/queries.ts'
import { baseQuantityOf, tradedOf, unitOf } from '../sku-lines.ts'
import type { SumLine } from './sums.ts'

export interface Described extends SumLine {
  readonly sku: SellableSku | null
  readonly title: string
  readonly unit: string
  readonly factor: Quantity
  readonly baseQuantity: Quantity
  readonly listPrice: UnitPrice
  readonly priceFrom: PriceSource
  readonly isGift: boolean
  readonly giftReason: string | null
  readonly salespersonId: Id | null
}

export interface Known {
  /** Those of all lines. */
  readonly skus: ReadonlyMap<Id, SellableSku>
  /** The customer's; null pays the retail price. */
  readonly tier: Tier | null
}

export function describeLine(ctx: ReadContext, line: BasketLine, known: Known): Described {
  if (line.kind === 'discount') return discountLine(line, ctx.shop.profile.defaultTaxRate)
  return line.kind === 'quick' ? quickLine(line, ctx.shop.profile.defaultTaxRate) : itemLine(ctx, line, known)
}

/** A scale knows the retail price alone, so a label's line follows no tier. */
function itemLine(ctx: ReadContext, line: ItemLine, { skus, tier }: Known): Described {
  const sku = tradedOf(skus, line.skuId)
  const unit = unitOf(sku, line.unit)
  const list = listPriceFor(sku, line.labelAmount === undefined ? tier : null, unit)
  const unitPrice = priceOnLabel(line, line.unitPrice ?? list.price, ctx.shop.currencyDecimals)
  return {
    kind: sku.kind,
    sku,
    title: sku.title,
    unit: unit.name,
    factor: unit.factor,
    quantity: line.quantity,
    baseQuantity: baseQuantityOf(sku, line.quantity, unit),
    unitPrice,
    listPrice: list.price,
    priceFrom: line.unitPrice === undefined && unitPrice === list.price ? list.from : 'typed',
    taxRate: sku.taxRate,
    labelAmount: line.labelAmount,
    ...extras(line),
  }
}

/** A scale may round to 角. */
const ROUNDED_ON_LABEL = 5

/**
 * The price that a label was printed with: the one known, when weight times price comes to its sum but for rounding (of the
 * sum, and of a weight worked out from it); else what the label itself says, which is another price.
 */
function priceOnLabel({ quantity, labelAmount }: ItemLine, price: UnitPrice, decimals: number): UnitPrice {
  if (labelAmount === undefined) return price
  const most = ROUNDED_ON_LABEL + amountOf(1 as Quantity, price, decimals)
  const isRounding = Math.abs(amountOf(quantity, price, decimals) - labelAmount) <= most
  return isRounding ? price : unitPriceOf(labelAmount, quantity, decimals)
}

/** Kept in no stock: a service as far as documents go. */
function quickLine(line: QuickLine, taxRate: Rate): Described {
  const { quantity, unitPrice, title } = line
  const counted = { unit: '', factor: ONE, quantity, baseQuantity: quantity }
  const price = { unitPrice, listPrice: unitPrice, priceFrom: 'typed' as const }
  return { kind: 'service', sku: null, title, ...counted, ...price, taxRate, ...extras(line) }
}

function extras({ discount, gift, salespersonId }: ItemLine | QuickLine) {
  const isGift = gift !== undefined
  return { discount, isGift, giftReason: gift?.reason ?? null, salespersonId: salespersonId ?? null }
}

function discountLine(line: Extract<BasketLine, { kind: 'discount' }>, taxRate: Rate): Described {
  const negative = (0 - line.quantity) as Quantity
  const counted = { unit: '', factor: ONE, quantity: negative, baseQuantity: negative }
  const price = { unitPrice: line.unitPrice, listPrice: line.unitPrice, priceFrom: 'none' as const }
  const nothing = { isGift: false, giftReason: null, salespersonId: null }
  return { kind: 'discount', sku: null, title: line.title, ...counted, ...price, taxRate, ...nothing }
}
