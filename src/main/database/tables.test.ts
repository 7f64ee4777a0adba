/** The drizzle tables say just what the migrations made: every table, column, type of storage and NOT NULL. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { openWriter } from './connection.ts'
import { migrate, readMigrations } from './migrator.ts'

const DOMAIN = join(import.meta.dirname, '../domain')

interface Column {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly primaryKey: boolean
}

const { sqlite } = openWriter(':memory:')
migrate(sqlite, readMigrations(join(import.meta.dirname, 'migrations')), () => undefined)
const tables = await allTables()

/** A key's columns are never null, whatever SQLite says; drizzle marks a key of one column only. */
function migrated(table: string): Column[] {
  const rows = sqlite.pragma(`table_xinfo(${table})`) as { name: string; type: string; notnull: number; pk: number }[]
  const keys = rows.filter(({ pk }) => pk > 0).length
  return rows.map(({ name, type, notnull, pk }) => ({
    name,
    type,
    notNull: notnull === 1 || pk > 0,
    primaryKey: pk > 0 && keys === 1,
  }))
}

const casing = new CasingCache('snake_case')

function declared(table: SQLiteTable): Column[] {
  return Object.values(getTableColumns(table)).map((column) => ({
    name: casing.getColumnCasing(column),
    type: column.getSQLType().toUpperCase(),
    notNull: column.notNull || column.primary,
    primaryKey: column.primary,
  }))
}

test('every table of the database is declared, and no other', () => {
  const inDatabase = sqlite
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_search*' ORDER BY name`,
    )
    .pluck()
    .all()
  expect(tables.map(getTableName).sort()).toEqual(inDatabase)
})

test.each(tables.map((table) => [getTableName(table), table] as const))('%s', (name, table) => {
  const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1)
  expect(declared(table).sort(byName)).toEqual(migrated(name).sort(byName))
})

async function allTables(): Promise<SQLiteTable[]> {
  const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('tables.ts'))
  const modules = await Promise.all(files.map((file) => import(join(DOMAIN, file)) as Promise<Record<string, unknown>>))
  const found = modules.flatMap((module) => Object.values(module).filter((value) => is(value, SQLiteTable)))
  return (found as SQLiteTable[]).filter((table) => !getTableName(table).endsWith('_search')) // FTS5's own kind
}
