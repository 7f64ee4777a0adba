import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CashMove, Denomination } from '../../../contract/drawer.ts'
import type { BusinessDay, Money, Time } from '../../../contract/values.ts'

export const shifts = sqliteTable('shifts', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  number: text().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
  openedBy: integer().notNull(),
  openedAt: integer().$type<Time>().notNull(),
  float: integer().$type<Money>().notNull(),
  closedBy: integer(),
  closedAt: integer().$type<Time>(),
  counted: integer().$type<Money>(),
  expected: integer().$type<Money>(),
  note: text().notNull(),
  dropped: integer().$type<Money>(),
  documentsAfter: integer(),
  documentsTo: integer(),
})

export const cashMovements = sqliteTable('cash_movements', {
  id: integer().primaryKey({ autoIncrement: true }),
  shiftId: integer().notNull(),
  kind: text().$type<CashMove>().notNull(),
  amount: integer().$type<Money>().notNull(),
  reason: text().notNull(),
  staffId: integer().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})

export const drawerCounts = sqliteTable('drawer_counts', {
  id: integer().primaryKey({ autoIncrement: true }),
  shiftId: integer().notNull(),
  counted: integer().$type<Money>().notNull(),
  expected: integer().$type<Money>().notNull(),
  denominations: text({ mode: 'json' }).$type<readonly Denomination[]>().notNull(),
  staffId: integer().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})
