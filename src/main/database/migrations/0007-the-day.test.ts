/** A closed shift of before knows its documents afterwards, and roles that use the drawer may open it. */
import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const ALL = readMigrations(import.meta.dirname)
const AT = ALL.findIndex(({ name }) => name.endsWith('the-day'))

const OLD_ROWS = `
  INSERT INTO shop_profiles VALUES (1, '{}', 0);
  INSERT INTO roles VALUES ('owner', '["drawer.use","drawer.view"]'), ('clerk', '["drawer.use"]'),
    ('bookkeeper', '["drawer.view"]');
  INSERT INTO staff VALUES (1, 'S1', '店主', '店主', 'owner', 'x', 0, NULL);
  INSERT INTO shifts VALUES (1, 'H1', 'SH-20261121-0001', '2026-11-21', 1, 0, 0, 1, 9, 100, 100, ''),
    (2, 'H2', 'SH-20261122-0001', '2026-11-22', 1, 0, 0, NULL, NULL, NULL, NULL, '');
  INSERT INTO documents (id, uid, kind, number, state, payment_state, shop_profile_id, staff_id, channel, prices_include_tax,
    first_title, line_count, subtotal, discount_total, round_off, total, tax, cost, paid, reason, note, recorded_at, business_day)
  SELECT value, 'D' || value, 'sale', 'SO-' || value, 'completed', 'paid', 1, 1, 'counter', 1, '', 0, 1, 0, 0, 1, 0, 0, 1, '', '', 0,
    '2026-11-21' FROM json_each('[7,8,9]');
  INSERT INTO payments SELECT id, id, 'cash', 1, 1, 0, iif(id < 9, 1, 2), 1, 0, '2026-11-21' FROM documents;`

test('shifts of before find their documents, and stay closed', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, ALL.slice(0, AT), () => undefined)
  sqlite.exec(OLD_ROWS)
  migrate(sqlite, ALL.slice(0, AT + 1), () => undefined)
  expect(sqlite.prepare('SELECT documents_after, documents_to, counted, dropped FROM shifts').raw().all()).toEqual([
    [6, 8, 100, null],
    [8, null, null, null],
  ])
  expect(() => sqlite.exec("UPDATE shifts SET note = 'x' WHERE id = 1")).toThrow('append-only')
  expect(sqlite.prepare('SELECT key, permissions FROM roles ORDER BY key').raw().all()).toEqual([
    ['bookkeeper', '["drawer.view"]'],
    ['clerk', '["drawer.use","drawer.openWithoutSale"]'],
    ['owner', '["drawer.use","drawer.view","drawer.openWithoutSale","drawer.endDay"]'],
  ])
})
