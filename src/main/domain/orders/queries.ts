import { withScanned, type Basket, type PricedBasket } from '../../../contract/orders.ts'
import { sum, ZERO, type Quantity } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { scannedSku, type Scanned } from '../products/queries-by-code.ts'
import { onHandAtCounter } from '../stock/queries.ts'
import { priceBasket, takenBySku } from './price.ts'

/** What a basket comes to, and what stays in stock after it. */
export function priceOfBasket(ctx: ReadContext, basket: Basket): PricedBasket {
  const { lines, totals } = priceBasket(ctx, basket)
  const taken = takenBySku(lines)
  const levels = onHandAtCounter(ctx.db, [...taken.keys()])
  return {
    ...totals,
    giftTotal: sum(lines.map(({ isGift, gross }) => (isGift ? gross : ZERO))),
    itemCount: lines.filter(({ kind }) => kind !== 'discount').length,
    lines: lines.map(({ sku, ...line }) => ({
      ...line,
      skuId: sku?.skuId ?? null,
      code: sku?.code ?? '',
      variant: sku?.variant ?? '',
      units: sku?.units.map(({ name }) => name) ?? [],
      left:
        sku && line.kind === 'goods'
          ? (((levels.get(sku.skuId) ?? 0) - (taken.get(sku.skuId) ?? 0)) as Quantity)
          : null,
    })),
  }
}

interface Scan extends Basket {
  readonly code: string
}

/** What a scan means, and the basket with it; one that is refused has no price here. */
export function scanAtCounter(
  ctx: ReadContext,
  { code, ...basket }: Scan,
): { found: Scanned; priced: PricedBasket | null } | null {
  const found = scannedSku(ctx, { code })
  if (!found) return null
  return { found, priced: priceUnlessRefused(ctx, { ...basket, lines: withScanned(basket.lines, found) }) }
}

function priceUnlessRefused(ctx: ReadContext, basket: Basket): PricedBasket | null {
  try {
    return priceOfBasket(ctx, basket)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
