import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Money, Time } from '../../../contract/values.ts'

export const baskets = sqliteTable('baskets', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  device: text().notNull(),
  state: text().$type<'open' | 'parked'>().notNull(),
  content: text(),
  note: text().notNull(),
  itemCount: integer().notNull(),
  total: integer().$type<Money>().notNull(),
  customerName: text().notNull(),
  staffId: integer().notNull(),
  beganAt: integer().$type<Time>().notNull(),
  changedAt: integer().$type<Time>().notNull(),
  soldDocumentId: integer(),
})
