import { and, desc, eq, inArray, lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Id, Money, Quantity, UnitPrice } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { stockLevels, stockMovements, warehouses } from './tables.ts'

/** What is on hand over all warehouses, and what it is worth. */
export interface Holding {
  readonly onHand: Quantity
  readonly value: Money
  readonly lastCost: UnitPrice
}

export function levelsOf(db: ReadDb, skuIds: readonly Id[]): ReadonlyMap<Id, Holding> {
  if (skuIds.length === 0) return new Map()
  const rows = db
    .select({
      skuId: stockLevels.skuId,
      onHand: sql<Quantity>`sum(${stockLevels.onHand})`,
      value: sql<Money>`sum(${stockLevels.value})`,
      lastCost: sql<UnitPrice>`max(${stockLevels.lastCost})`,
    })
    .from(stockLevels)
    .where(inArray(stockLevels.skuId, [...skuIds]))
    .groupBy(stockLevels.skuId)
    .all()
  return new Map(rows.map(({ skuId, ...holding }) => [skuId, holding]))
}

/** A condition on a SKU's stock, for lists of products. */
export function stockIs(filter: 'negative' | 'none' | 'some', skuId: SQLWrapper): SQL {
  const some = (condition: SQL) =>
    sql`exists (select 1 from ${stockLevels} where ${stockLevels.skuId} = ${skuId} and ${condition})`
  if (filter === 'negative') return some(sql`${stockLevels.onHand} < 0`)
  if (filter === 'some') return some(sql`${stockLevels.onHand} > 0`)
  return sql`not ${some(sql`${stockLevels.onHand} <> 0`)}`
}

export function warehouseNames(db: ReadDb): ReadonlyMap<Id, string> {
  const rows = db.select({ id: warehouses.id, name: warehouses.name }).from(warehouses).all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface MovementRow {
  readonly seq: number
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
  return db
    .select({
      seq: stockMovements.seq,
      kind: stockMovements.kind,
      documentId: stockMovements.documentId,
      quantity: stockMovements.quantity,
      value: stockMovements.value,
      balance: stockMovements.balance,
      recordedAt: stockMovements.recordedAt,
      businessDay: stockMovements.businessDay,
    })
    .from(stockMovements)
    .where(and(eq(stockMovements.skuId, skuId), before === null ? undefined : lt(stockMovements.seq, before)))
    .orderBy(desc(stockMovements.seq))
    .limit(limit)
    .all()
}
