import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SensitiveKind } from '../../../contract/sensitive.ts'
import type { BusinessDay, Money, Time } from '../../../contract/values.ts'

export const sensitiveActions = sqliteTable('sensitive_actions', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text().$type<SensitiveKind>().notNull(),
  shiftId: integer(),
  staffId: integer().notNull(),
  authorisedBy: integer(),
  documentId: integer(),
  subject: text().notNull(),
  amount: integer().$type<Money>().notNull(),
  reason: text().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})
