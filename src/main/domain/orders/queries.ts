import type { Basket, PricedBasket } from '../../../contract/orders.ts'
import type { Quantity } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
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
