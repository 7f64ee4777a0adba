import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TierPrice } from '../../../contract/tiers.ts'
import type { Money, Rate, Time } from '../../../contract/values.ts'

export const customers = sqliteTable('customers', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  phone: text().notNull(),
  address: text().notNull(),
  note: text().notNull(),
  creditLimit: integer().$type<Money>(),
  createdAt: integer().$type<Time>().notNull(),
  archivedAt: integer().$type<Time>(),
  tierId: integer(),
  birthday: text(),
  sortName: text(),
})

export const customerTiers = sqliteTable('customer_tiers', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  name: text().notNull(),
  price: text().$type<TierPrice>().notNull(),
  /** What remains of that price. */
  rate: integer().$type<Rate>().notNull(),
  createdAt: integer().$type<Time>().notNull(),
  archivedAt: integer().$type<Time>(),
})

/** FTS5 without the text itself: found by words, read by rowid, which is the customer's id. */
export const customerSearch = sqliteTable('customer_search', { rowid: integer().notNull(), words: text().notNull() })
