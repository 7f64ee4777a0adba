import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LeftOpen } from '../../../contract/day-end.ts'
import type { BusinessDay, Time } from '../../../contract/values.ts'

export const dayEnds = sqliteTable('day_ends', {
  id: integer().primaryKey({ autoIncrement: true }),
  businessDay: text().$type<BusinessDay>().notNull(),
  seq: integer().notNull(),
  hash: blob({ mode: 'buffer' }).notNull(),
  leftOpen: text({ mode: 'json' }).$type<LeftOpen>().notNull(),
  staffId: integer().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
})
