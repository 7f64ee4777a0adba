/** A shop that sold before has its most sold goods on the tiles afterwards. */
import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const ALL = readMigrations(import.meta.dirname)
const AT = ALL.findIndex(({ name }) => name.endsWith('tiles'))

/** Product 2 was sold twice, in two colours; 1 once, 3 never, and 4 is out of use. */
const OLD_ROWS = `
  INSERT INTO shop_profiles VALUES (1, '{}', 0);
  INSERT INTO roles VALUES ('owner', '[]');
  INSERT INTO staff (id, uid, name, name_key, role, password_hash, created_at) VALUES (1, 'S1', '店主', '店主', 'owner', 'x', 0);
  INSERT INTO products (id, uid, code, title, kind, category, base_unit, tax_rate, created_at)
    SELECT value, 'P' || value, 'P' || value, '茶', 'goods', '', '盒', 0, 0 FROM json_each('[1,2,3,4]');
  INSERT INTO skus (id, uid, product_id, code, variant, price, archived_at)
    SELECT value, 'K' || value, iif(value = 5, 2, value), 'K' || value, '', 10000, iif(value = 4, 9, NULL)
    FROM json_each('[1,2,3,4,5]');
  INSERT INTO documents (id, uid, kind, number, state, payment_state, shop_profile_id, staff_id, channel, prices_include_tax,
    first_title, line_count, subtotal, discount_total, round_off, total, tax, cost, paid, reason, note, recorded_at, business_day)
    VALUES (7, 'D7', 'sale', 'SO-1', 'completed', 'paid', 1, 1, 'counter', 1, '', 4, 4, 0, 0, 4, 0, 0, 4, '', '', 0, '2026-11-21');
  INSERT INTO document_lines (id, document_id, position, kind, sku_id, code, title, variant, unit, factor, quantity, base_quantity,
    unit_price, price_from, gross, line_discount, discount_share, amount, tax_rate, tax, cost)
    SELECT value, 7, value, 'goods', value, '', '茶', '', '盒', 1000, 1000, 1000, 10000, 'list', 1, 0, 0, 1, 0, 0, 0
    FROM json_each('[1,2,4,5]');`

test('the tiles begin with what was sold most', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, ALL.slice(0, AT), () => undefined)
  sqlite.exec(OLD_ROWS)
  const lines = sqlite.prepare('SELECT * FROM document_lines').all()
  migrate(sqlite, ALL.slice(0, AT + 1), () => undefined)
  expect(sqlite.prepare('SELECT place, product_id, pinned FROM tiles ORDER BY place').raw().all()).toEqual([
    [1, 2, 0],
    [2, 1, 0],
  ])
  expect(sqlite.prepare('SELECT * FROM document_lines').all()).toEqual(lines)
})

test('a place holds one product, and a product has one place', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, ALL.slice(0, AT + 1), () => undefined)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec('INSERT INTO tiles VALUES (1, 1, 0)')
  expect(() => sqlite.exec('INSERT INTO tiles VALUES (1, 2, 0)')).toThrow('UNIQUE')
  expect(() => sqlite.exec('INSERT INTO tiles VALUES (2, 1, 0)')).toThrow('UNIQUE')
  expect(() => sqlite.exec('INSERT INTO tiles VALUES (25, 3, 0)')).toThrow('CHECK')
})
