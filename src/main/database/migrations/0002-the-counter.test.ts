/** What a shop of version 1 holds is there after version 2, row for row. */
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const MIGRATIONS = readMigrations(join(import.meta.dirname))
const REBUILT = ['documents', 'payments', 'cash_movements', 'document_lines']

/** The least that the old schema accepts: a sale paid in cash during a shift, and cash taken out. */
const OLD_ROWS = `
  INSERT INTO shop_profiles VALUES (1, '{}', 0);
  INSERT INTO roles VALUES ('owner', '[]');
  INSERT INTO staff VALUES (1, 'S1', '店主', '店主', 'owner', 'x', 0, NULL);
  INSERT INTO customers VALUES (1, 'C1', '', '老客户', '', '', '', NULL, 0, NULL);
  INSERT INTO shifts VALUES (1, 'H1', 'SH-20261121-0001', '2026-11-21', 1, 0, 0, NULL, NULL, NULL, NULL, '');
  INSERT INTO documents VALUES
    (7, 'D7', 'sale', 'SO-20261121-0001', 'completed', 'paid', 1, '{"name":"老客户"}', 1, 1, 'counter', NULL, 1, '茶', 1,
     12800, 0, 0, 12800, 0, 0, 12800, 0, '', '', 5, '2026-11-21');
  INSERT INTO document_lines VALUES
    (9, 7, 1, 'service', NULL, '', '茶', '', '', 1000, 1000, 1000, 1280000, 'typed', 12800, 0, 0, 12800, 0, 0, 0, NULL);
  INSERT INTO payments VALUES (3, 7, 'cash', 12800, 20000, 7200, 1, 1, 5, '2026-11-21');
  INSERT INTO cash_movements VALUES (4, 1, 'payOut', -100, '水费', 1, 6, '2026-11-21');`

const rowsOf = (sqlite: Database.Database, table: string) =>
  sqlite.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()

test('a shop of version 1 keeps every row, and new rows follow after the old ones', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS.slice(0, 1), () => undefined)
  sqlite.exec(OLD_ROWS)
  const before = REBUILT.map((table) => rowsOf(sqlite, table))
  migrate(sqlite, MIGRATIONS.slice(0, 2), () => undefined)
  REBUILT.forEach((table, at) => {
    expect(rowsOf(sqlite, table)).toEqual(before[at]?.map((row) => expect.objectContaining(row) as unknown))
  })
  expect(sqlite.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'documents'`).pluck().get()).toBe(7)
  expect(() => sqlite.exec('DELETE FROM documents')).toThrow('append-only')
  expect(() => sqlite.exec('UPDATE payments SET amount = amount')).toThrow('append-only')
})

test('a sale without a customer gets its forgotten one once, and nobody’s sale becomes another’s', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS.slice(0, 2), () => undefined)
  sqlite.pragma('foreign_keys = OFF')
  const columns = 'uid, kind, number, state, payment_state, shop_profile_id, staff_id, channel, prices_include_tax, '
  sqlite.exec(`INSERT INTO documents (${columns} first_title, line_count, subtotal, discount_total, round_off, total, tax,
      cost, paid, reason, note, recorded_at, business_day)
    VALUES ('D8', 'sale', 'SO-1', 'completed', 'paid', 1, 1, 'counter', 1, '', 0, 0, 0, 0, 0, 0, 0, 0, '', '', 0, '')`)
  sqlite.exec('UPDATE documents SET customer_id = 1')
  expect(() => sqlite.exec('UPDATE documents SET customer_id = 2')).toThrow('append-only')
  expect(() => sqlite.exec('UPDATE documents SET reverses_id = 7')).toThrow('append-only')
})
