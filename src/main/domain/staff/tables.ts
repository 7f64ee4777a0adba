import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Permission, RoleKey } from '../../../contract/permissions.ts'
import type { Time } from '../../../contract/values.ts'

export const roles = sqliteTable('roles', {
  key: text().$type<RoleKey>().primaryKey(),
  permissions: text({ mode: 'json' }).$type<readonly Permission[]>().notNull(),
})

export const staff = sqliteTable('staff', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  name: text().notNull(),
  nameKey: text().notNull(),
  role: text().$type<RoleKey>().notNull(),
  passwordHash: text().notNull(),
  createdAt: integer().$type<Time>().notNull(),
  archivedAt: integer().$type<Time>(),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text().primaryKey(),
  staffId: integer().notNull(),
  device: text().notNull(),
  createdAt: integer().$type<Time>().notNull(),
  expiresAt: integer().$type<Time>().notNull(),
})

export const signInFailures = sqliteTable('sign_in_failures', {
  nameKey: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: integer().$type<Time>().notNull(),
})
