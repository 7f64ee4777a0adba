import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Quantity, Rate, Time, UnitPrice } from '../../../contract/values.ts'

export const products = sqliteTable('products', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  code: text().notNull(),
  title: text().notNull(),
  kind: text().$type<'goods' | 'service'>().notNull(),
  category: text().notNull(),
  baseUnit: text().notNull(),
  taxRate: integer().$type<Rate>().notNull(),
  createdAt: integer().$type<Time>().notNull(),
  archivedAt: integer().$type<Time>(),
  weighed: integer({ mode: 'boolean' }),
  incomplete: integer({ mode: 'boolean' }),
  brand: text(),
  season: text(),
})

export const productUnits = sqliteTable(
  'product_units',
  {
    productId: integer().notNull(),
    name: text().notNull(),
    factor: integer().$type<Quantity>().notNull(),
    /** For one of this unit; null is so many times the base unit's. */
    price: integer().$type<UnitPrice>(),
    memberPrice: integer().$type<UnitPrice>(),
    wholesalePrice: integer().$type<UnitPrice>(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.name] })],
)

export const skus = sqliteTable('skus', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  productId: integer().notNull(),
  code: text().notNull(),
  variant: text().notNull(),
  price: integer().$type<UnitPrice>().notNull(),
  floorPrice: integer().$type<UnitPrice>(),
  archivedAt: integer().$type<Time>(),
  memberPrice: integer().$type<UnitPrice>(),
  wholesalePrice: integer().$type<UnitPrice>(),
  tagPrice: integer().$type<UnitPrice>(),
  colour: text(),
  size: text(),
  plu: text(),
  sortTitle: text(),
})

export const barcodes = sqliteTable('barcodes', {
  id: integer().primaryKey({ autoIncrement: true }),
  skuId: integer().notNull(),
  barcode: text().notNull(),
  unit: text().notNull(),
  archivedAt: integer().$type<Time>(),
})

/** Every 店内码 ever given; its id is the number in it. */
export const inStoreCodes = sqliteTable('in_store_codes', {
  id: integer().primaryKey({ autoIncrement: true }),
  recordedAt: integer().$type<Time>().notNull(),
})

/** FTS5 without the text itself: found by words, read by rowid, which is the SKU's id. */
export const productSearch = sqliteTable('product_search', { rowid: integer().notNull(), words: text().notNull() })
