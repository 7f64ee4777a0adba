import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BusinessDay, Time } from '../../../contract/values.ts'
import type { Refs } from '../context.ts'

export const commands = sqliteTable('commands', {
  seq: integer().primaryKey({ autoIncrement: true }),
  requestId: text().notNull(),
  inputHash: blob({ mode: 'buffer' }).notNull(),
  actor: integer(),
  device: text().notNull(),
  name: text().notNull(),
  refs: text({ mode: 'json' }).$type<Refs>().notNull(),
  refused: text(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
  digest: blob({ mode: 'buffer' }).notNull(),
  hash: blob({ mode: 'buffer' }).notNull(),
})

export const commandPayloads = sqliteTable('command_payloads', {
  seq: integer().primaryKey(),
  salt: blob({ mode: 'buffer' }).notNull(),
  payload: text().notNull(),
})
