/** Tries UPDATE, DELETE, REPLACE and upsert on each append-only table, on a row that is really there. */
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openWriter } from './connection.ts'
import { migrate, readMigrations } from './migrator.ts'

const MIGRATIONS = readMigrations(join(import.meta.dirname, 'migrations'))

const APPEND_ONLY = [
  'shop_profiles',
  'document_lines',
  'stock_movements',
  'payments',
  'cash_movements',
  'account_entries',
  'balance_entries',
  'debt_allocations',
  'number_gaps',
  'commands',
  'sensitive_actions',
  'in_store_codes',
  'drawer_counts',
  'day_ends',
  'authorisations',
]

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

/** One row that satisfies types; foreign keys and CHECKs are put aside, since only the triggers are on trial. */
function withRow(table: string): { sqlite: Database.Database; columns: Column[]; row: unknown[] } {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS, () => undefined)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('ignore_check_constraints = ON')
  const columns = sqlite.pragma(`table_info(${table})`) as Column[]
  const row = columns.map(({ type }) => (type === 'BLOB' ? Buffer.from('1') : type === 'TEXT' ? '{}' : 1))
  sqlite.prepare(insertInto('INSERT', table, columns)).run(row)
  return { sqlite, columns, row }
}

const insertInto = (verb: string, table: string, columns: readonly Column[]) =>
  `${verb} INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`

describe.each(APPEND_ONLY)('%s is append-only', (table) => {
  const { sqlite, columns, row } = withRow(table)
  const key = columns.find(({ pk }) => pk === 1)?.name ?? ''
  const other = columns.find(({ pk }) => pk === 0)?.name ?? ''
  const before = sqlite.prepare(`SELECT * FROM ${table}`).all()
  const changed = row.map((value, index) => (columns[index]?.pk === 1 ? value : value === 1 ? 2 : value))

  test.each([
    ['UPDATE', () => sqlite.exec(`UPDATE ${table} SET ${other} = ${other}`)],
    ['DELETE', () => sqlite.exec(`DELETE FROM ${table}`)],
    ['REPLACE', () => sqlite.prepare(insertInto('REPLACE', table, columns)).run(changed)],
    [
      'upsert',
      () =>
        sqlite
          .prepare(
            `${insertInto('INSERT', table, columns)} ON CONFLICT (${key}) DO UPDATE SET ${other} = excluded.${other}`,
          )
          .run(changed),
    ],
    ['UPDATE OR REPLACE', () => sqlite.exec(`UPDATE OR REPLACE ${table} SET ${key} = ${key}`)],
  ])('%s is refused', (_verb, attempt) => {
    expect(attempt).toThrow('append-only')
    expect(sqlite.prepare(`SELECT * FROM ${table}`).all()).toEqual(before)
  })
})

test('a document moves through its states, and what it says stays', () => {
  const { sqlite } = withRow('documents')
  sqlite.exec(`UPDATE documents SET state = 'completed', payment_state = 'refunded', paid = 2`)
  for (const column of ['number', 'total', 'tax', 'customer_id', 'reason', 'note', 'recorded_at', 'business_day']) {
    expect(() => sqlite.exec(`UPDATE documents SET ${column} = ${column}`)).toThrow('append-only')
  }
  expect(() => sqlite.exec('DELETE FROM documents')).toThrow('append-only')
})

test('a command can be erased from its payload, never rewritten', () => {
  const { sqlite } = withRow('command_payloads')
  expect(() => sqlite.exec(`UPDATE command_payloads SET payload = '{"a":1}'`)).toThrow('append-only')
  sqlite.exec('DELETE FROM command_payloads')
})

test('no table with an append-only trigger is left out here', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS, () => undefined)
  const guarded = sqlite
    .prepare<[], string>(
      `SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_no_update'`,
    )
    .pluck()
    .all()
  expect(guarded.filter((name) => name !== 'command_payloads').sort()).toEqual([...APPEND_ONLY].sort())
})
