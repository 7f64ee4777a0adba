import { oneMore, type Basket, type PricedBasket } from '../../../contract/orders.ts'
import type { Quantity } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { scannedSku, type Scanned } from '../products/queries-by-code.ts'
import { levelsOf } from '../stock/queries.ts'
import { priceBasket, takenBySku } from './price.ts'

/** What a basket comes to, and what stays in stock after it. */
export function priceOfBasket(ctx: ReadContext, basket: Basket): PricedBasket {
  const { lines, totals } = priceBasket(ctx, basket)
  const taken = takenBySku(lines)
  const levels = levelsOf(ctx.db, [...taken.keys()])
  return {
    ...totals,
    itemCount: lines.filter(({ kind }) => kind !== 'discount').length,
    lines: lines.map(({ sku, ...line }) => ({
      ...line,
      skuId: sku?.skuId ?? null,
      code: sku?.code ?? '',
      variant: sku?.variant ?? '',
      units: sku?.units.map(({ name }) => name) ?? [],
      left:
        sku && line.kind === 'goods'
          ? (((levels.get(sku.skuId)?.onHand ?? 0) - (taken.get(sku.skuId) ?? 0)) as Quantity)
          : null,
    })),
  }
}

interface Scan extends Basket {
  readonly code: string
}

/** What a scan means, and the basket with one more of it; one that is refused has no price here, nor has what a scale weighed. */
export function scanAtCounter(
  ctx: ReadContext,
  { code, ...basket }: Scan,
): { found: Scanned; priced: PricedBasket | null } | null {
  const found = scannedSku(ctx, { code })
  if (!found) return null
  const { skuId, scannedUnit: unit } = found
  if (found.quantity !== undefined) return { found, priced: null }
  return { found, priced: priceUnlessRefused(ctx, { ...basket, lines: oneMore(basket.lines, { skuId, unit }) }) }
}

function priceUnlessRefused(ctx: ReadContext, basket: Basket): PricedBasket | null {
  try {
    return priceOfBasket(ctx, basket)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
