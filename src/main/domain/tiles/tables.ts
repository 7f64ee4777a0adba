import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'

export const tiles = sqliteTable('tiles', {
  place: integer().primaryKey(),
  productId: integer().notNull(),
  pinned: integer({ mode: 'boolean' }).notNull(),
})
