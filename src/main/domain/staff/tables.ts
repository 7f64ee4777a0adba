import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Permission, RoleKey } from '../../../contract/permissions.ts'
import type { Id, Time } from '../../../contract/values.ts'

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
  pinHash: text(),
  recoveryHash: text(),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text().primaryKey(),
  staffId: integer().notNull(),
  device: text().notNull(),
  createdAt: integer().$type<Time>().notNull(),
  expiresAt: integer().$type<Time>().notNull(),
  lockedAt: integer().$type<Time>(),
})

export const signInFailures = sqliteTable('sign_in_failures', {
  nameKey: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: integer().$type<Time>().notNull(),
})

/** 店长授权: that someone allowed another's one command. */
export const authorisations = sqliteTable('authorisations', {
  id: integer().primaryKey({ autoIncrement: true }),
  forRequestId: text().notNull(),
  inputHash: blob({ mode: 'buffer' }).notNull(),
  staffId: integer().$type<Id>().notNull(),
  device: text().notNull(),
  permission: text().$type<Permission>().notNull(),
  approverId: integer().$type<Id>().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
})
