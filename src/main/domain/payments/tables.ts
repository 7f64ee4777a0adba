import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Tender } from '../../../contract/documents.ts'
import type { BusinessDay, Money, Time } from '../../../contract/values.ts'

export const payments = sqliteTable('payments', {
  id: integer().primaryKey({ autoIncrement: true }),
  documentId: integer().notNull(),
  tender: text().$type<Tender>().notNull(),
  amount: integer().$type<Money>().notNull(),
  received: integer().$type<Money>().notNull(),
  change: integer().$type<Money>().notNull(),
  shiftId: integer(),
  staffId: integer().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})

export const accountEntries = sqliteTable('account_entries', {
  id: integer().primaryKey({ autoIncrement: true }),
  customerId: integer().notNull(),
  documentId: integer().notNull(),
  amount: integer().$type<Money>().notNull(),
  owedAfter: integer().$type<Money>().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})

export const customerAccounts = sqliteTable('customer_accounts', {
  customerId: integer().primaryKey(),
  owed: integer().$type<Money>().notNull(),
})
