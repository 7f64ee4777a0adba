import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Id, Money, Quantity, UnitPrice } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, NO_BOUND } from '../../database/newest.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { mainWarehouse } from './queries-warehouses.ts'
import { stockLevels, stockMovements, stockValues } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  levels: db
    .select({
      skuId: stockValues.skuId,
      onHand: stockValues.onHand,
      value: stockValues.value,
      lastCost: stockValues.lastCost,
    })
    .from(stockValues)
    .where(isAnyOf(stockValues.skuId, 'skuIds'))
    .prepare(),
  inWarehouse: db
    .select({ skuId: stockLevels.skuId, onHand: stockLevels.onHand })
    .from(stockLevels)
    .where(and(isAnyOf(stockLevels.skuId, 'skuIds'), eq(stockLevels.warehouseId, sql.placeholder('warehouseId'))))
    .prepare(),
  byWarehouse: db
    .select({ warehouseId: stockLevels.warehouseId, onHand: stockLevels.onHand })
    .from(stockLevels)
    .where(eq(stockLevels.skuId, sql.placeholder('skuId')))
    .prepare(),
  movements: db
    .select({
      seq: stockMovements.seq,
      warehouseId: stockMovements.warehouseId,
      kind: stockMovements.kind,
      documentId: stockMovements.documentId,
      quantity: stockMovements.quantity,
      value: stockMovements.value,
      balance: stockMovements.balance,
      recordedAt: stockMovements.recordedAt,
      businessDay: stockMovements.businessDay,
    })
    .from(stockMovements)
    .where(and(eq(stockMovements.skuId, sql.placeholder('skuId')), lt(stockMovements.seq, BEFORE)))
    .orderBy(desc(stockMovements.seq))
    .limit(sql.placeholder('limit'))
    .prepare(),
}))

/** What is on hand in all warehouses together, and what it is worth. */
export interface Holding {
  readonly onHand: Quantity
  readonly value: Money
  readonly lastCost: UnitPrice
}

export function levelsOf(db: ReadDb, skuIds: readonly Id[]): ReadonlyMap<Id, Holding> {
  if (skuIds.length === 0) return new Map()
  const rows = statements(db).levels.all({ skuIds: listOf(skuIds) })
  return new Map(rows.map(({ skuId, ...holding }) => [skuId, holding]))
}

/** What lies where the counter sells from. */
export function onHandAtCounter(db: ReadDb, skuIds: readonly Id[]): ReadonlyMap<Id, Quantity> {
  if (skuIds.length === 0) return new Map()
  const rows = statements(db).inWarehouse.all({ skuIds: listOf(skuIds), warehouseId: mainWarehouse(db) })
  return new Map(rows.map(({ skuId, onHand }) => [skuId, onHand]))
}

export interface Lying {
  readonly warehouseId: Id
  readonly onHand: Quantity
}

/** Where the pieces of a SKU lie; warehouses that it never was in are not among them. */
export function levelsByWarehouse(db: ReadDb, skuId: Id): readonly Lying[] {
  return statements(db).byWarehouse.all({ skuId })
}

export interface MovementRow {
  readonly seq: number
  readonly warehouseId: Id
  readonly kind: (typeof stockMovements.$inferSelect)['kind']
  readonly documentId: Id
  readonly quantity: Quantity
  readonly value: Money
  readonly balance: Quantity
  readonly recordedAt: (typeof stockMovements.$inferSelect)['recordedAt']
  readonly businessDay: (typeof stockMovements.$inferSelect)['businessDay']
}

/** The movements of a SKU, newest first, before `seq` when given. */
export function movementsOf(db: ReadDb, skuId: Id, before: number | null, limit: number): readonly MovementRow[] {
  return statements(db).movements.all({ skuId, before: before ?? NO_BOUND, limit })
}
