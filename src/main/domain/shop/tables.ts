import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Currency, ShopProfile } from '../../../contract/settings.ts'
import type { Time } from '../../../contract/values.ts'

export const shopProfiles = sqliteTable('shop_profiles', {
  id: integer().primaryKey({ autoIncrement: true }),
  profile: text({ mode: 'json' }).$type<ShopProfile>().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
})

export const shop = sqliteTable('shop', {
  id: integer().primaryKey(),
  uid: text().notNull(),
  epoch: text().notNull(),
  trade: text().notNull(),
  currency: text().$type<Currency>().notNull(),
  currencyDecimals: integer().notNull(),
  profileId: integer().notNull(),
  createdAt: integer().$type<Time>().notNull(),
})
