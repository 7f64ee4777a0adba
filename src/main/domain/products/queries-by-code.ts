import { scaleLabel, type ScaleLabel } from '../../../contract/scale-codes.ts'
import type { Scanned } from '../../../contract/products.ts'
import { quantityFor, type Money, type Quantity, type UnitPrice } from '../../../contract/values.ts'
import { milligramsIn, weightIn, weightSystemOf } from '../../../contract/weights.ts'
import type { ReadContext, Refs } from '../context.ts'
import { identifiedGoods, identifiedSku, weighedSku } from './identified.ts'
import { listedSku } from './list.ts'
import { productRecord } from './view.ts'

export type { Scanned }

interface Asked {
  readonly code: string
}

/** What a scan means: exactly one SKU and unit, or none. What the shop calls its own comes before what a scale printed. */
export function scannedSku(ctx: ReadContext, { code }: Asked): Scanned | null {
  const found = identifiedSku(ctx.db, code)
  if (!found) return weighedAtScale(ctx, code)
  const row = listedSku(ctx, found.skuId)
  return row && { ...row, scannedUnit: found.unit }
}

type LookedUp =
  | { readonly kind: 'sku'; readonly found: Scanned }
  | { readonly kind: 'style'; readonly productId: number; readonly title: string }
  | { readonly kind: 'unknown' }

/** What a code means, a 款号 of several variants too. */
export function lookedUp(ctx: ReadContext, { code }: Asked): LookedUp {
  const goods = identifiedGoods(ctx.db, code)
  if (goods && 'productId' in goods) {
    const { title } = productRecord(ctx.db, goods.productId).product
    return { kind: 'style', productId: goods.productId, title }
  }
  const found = scannedSku(ctx, { code })
  return found ? { kind: 'sku', found } : { kind: 'unknown' }
}

/** What a command left of a SKU, as a scan of it would say. */
export function scannedByRefs(ctx: ReadContext, { sku, unit }: Refs): Scanned {
  const row = listedSku(ctx, Number(sku))
  if (!row) throw new Error(`sku ${String(sku)} is missing`)
  return { ...row, scannedUnit: String(unit) }
}

/** A scale's label: the first rule whose item code the shop knows. */
function weighedAtScale(ctx: ReadContext, code: string): Scanned | null {
  for (const rule of ctx.shop.profile.scaleRules) {
    const label = scaleLabel(code, rule)
    const sku = label && weighedSku(ctx.db, label.itemCode)
    const row = sku ? listedSku(ctx, sku.skuId) : null
    if (!label || !row) continue
    const { amount } = label
    const quantity = quantityOf(ctx, label, row)
    if (quantity < 1) return null
    return {
      ...row,
      scannedUnit: row.unit,
      quantity,
      ...(amount !== undefined && { labelAmount: amount as Money }),
    }
  }
  return null
}

/** The label's weight in the product's own unit, kilograms where that is none of weight; else what its amount buys. */
function quantityOf(
  { shop }: ReadContext,
  { milligrams, amount = 0 }: ScaleLabel,
  { unit, price }: { readonly unit: string; readonly price: UnitPrice },
): Quantity {
  if (milligrams !== undefined)
    return weightIn(milligrams, milligramsIn(unit, weightSystemOf(shop.currency)) ?? KILOGRAM)
  if (price === 0) return 1_000 as Quantity
  return quantityFor(amount as Money, price, shop.currencyDecimals)
}

const KILOGRAM = 1_000_000
