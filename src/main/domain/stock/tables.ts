import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Movement } from '../../../contract/stock.ts'
import type { BusinessDay, Money, Quantity, Time, UnitPrice } from '../../../contract/values.ts'

export const warehouses = sqliteTable('warehouses', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  /** Empty for the shop itself, until somebody names it. */
  name: text().notNull(),
  archivedAt: integer().$type<Time>(),
  /** The counter sells from it; there is one. */
  isMain: integer({ mode: 'boolean' }).notNull(),
})

export const movementKinds = sqliteTable('movement_kinds', { kind: text().$type<Movement['kind']>().primaryKey() })

export const stockMovements = sqliteTable('stock_movements', {
  seq: integer().primaryKey({ autoIncrement: true }),
  skuId: integer().notNull(),
  warehouseId: integer().notNull(),
  kind: text().$type<Movement['kind']>().notNull(),
  documentId: integer().notNull(),
  lineId: integer().notNull(),
  quantity: integer().$type<Quantity>().notNull(),
  value: integer().$type<Money>().notNull(),
  balance: integer().$type<Quantity>().notNull(),
  corrects: integer(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})

/** The pieces of a SKU in one warehouse. */
export const stockLevels = sqliteTable(
  'stock_levels',
  {
    skuId: integer().notNull(),
    warehouseId: integer().notNull(),
    onHand: integer().$type<Quantity>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.skuId, table.warehouseId] })],
)

/** All pieces of a SKU, wherever they lie, and what they are worth at moving average. */
export const stockValues = sqliteTable('stock_values', {
  skuId: integer().primaryKey(),
  onHand: integer().$type<Quantity>().notNull(),
  value: integer().$type<Money>().notNull(),
  lastCost: integer().$type<UnitPrice>().notNull(),
})
