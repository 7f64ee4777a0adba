/** One SKU's level, and the movements that add up to it. */
import type { Movement, StockLevel } from '../../../contract/stock.ts'
import { unitPriceOf, type Id, type Money, type Quantity, type UnitPrice } from '../../../contract/values.ts'
import { may, type ReadContext } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { documentNames, reasonShown } from '../documents/queries.ts'
import { refuse } from '../errors.ts'
import { sellableSku } from '../products/queries.ts'
import { staffNames } from '../staff/queries.ts'
import { levelsByWarehouse, levelsOf, movementsOf, type Holding } from './queries.ts'
import { warehouseNames, warehousesOf } from './queries-warehouses.ts'

const NOTHING: Holding = { onHand: 0 as Quantity, value: 0 as Money, lastCost: 0 as UnitPrice }

export function levelOf(ctx: ReadContext, { skuId }: { readonly skuId: Id }): StockLevel {
  const sku = sellableSku(ctx.db, skuId) ?? refuse('SKU_NOT_FOUND', { skuId })
  const held = levelsOf(ctx.db, [skuId]).get(skuId) ?? NOTHING
  const { productId, code, title, variant, baseUnit } = sku
  return {
    skuId,
    productId,
    code,
    title,
    variant,
    unit: baseUnit,
    warehouses: lyingIn(ctx, skuId),
    onHand: held.onHand,
    available: held.onHand,
    ...(may(ctx, 'cost.view') ? { value: held.value, unitCost: unitCostOf(held, ctx.shop.currencyDecimals) } : {}),
  }
}

/** By warehouse: those in use, and others with something in them. */
function lyingIn({ db }: ReadContext, skuId: Id): StockLevel['warehouses'] {
  const lying = new Map(levelsByWarehouse(db, skuId).map(({ warehouseId, onHand }) => [warehouseId, onHand]))
  return warehousesOf(db)
    .map(({ id, name, archivedAt }) => ({ id, name, archivedAt, onHand: lying.get(id) ?? NOTHING.onHand }))
    .filter(({ archivedAt, onHand }) => archivedAt === null || onHand !== 0)
    .map(({ id, name, onHand }) => ({ id, name, onHand }))
}

/** What a piece is worth now; with none there, what the last ones cost. */
export function unitCostOf({ onHand, value, lastCost }: Holding, decimals: number): UnitPrice {
  return onHand > 0 ? unitPriceOf(value, onHand, decimals) : lastCost
}

export function listMovements(
  ctx: ReadContext,
  { skuId, after, limit }: { readonly skuId: Id; readonly after?: string | undefined; readonly limit: number },
): { rows: Movement[]; next: string | null } {
  if (!sellableSku(ctx.db, skuId)) refuse('SKU_NOT_FOUND', { skuId })
  const rows = movementsOf(ctx.db, skuId, cursorId(after), limit + 1)
  const papers = documentNames(
    ctx.db,
    rows.map(({ documentId }) => documentId),
  )
  const names = staffNames(
    ctx.db,
    [...papers.values()].map(({ staffId }) => staffId),
  )
  const warehouses = warehouseNames(ctx.db)
  const seesCost = may(ctx, 'cost.view')
  return pageFrom(
    rows,
    limit,
    ({ seq }) => seq,
    ({ value, warehouseId, ...row }) => {
      const paper = papers.get(row.documentId)
      return {
        ...row,
        documentNumber: paper?.number ?? '',
        reason: paper ? reasonShown(ctx, paper) : '',
        warehouse: warehouses.get(warehouseId) ?? '',
        staffName: names.get(paper?.staffId ?? 0) ?? '',
        ...(seesCost ? { value } : {}),
      }
    },
  )
}
