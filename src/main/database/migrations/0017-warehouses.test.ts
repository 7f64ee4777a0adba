/** What lay in one warehouse lies there still, and is worth what it was. */
import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const ALL = readMigrations(import.meta.dirname)
const AT = ALL.findIndex(({ name }) => name === 'warehouses')

const OLD_ROWS = `
  INSERT INTO warehouses VALUES (1, 'W1', '', NULL);
  INSERT INTO products (id, uid, code, title, kind, category, base_unit, tax_rate, created_at) VALUES (1, 'P1', 'TEA', '龙井', 'goods', '', '斤', 0, 0);
  INSERT INTO skus (id, uid, product_id, code, variant, price) VALUES (1, 'K1', 1, 'TEA', '', 100000), (2, 'K2', 1, 'TEA-2', '', 100000);
  INSERT INTO stock_levels VALUES (1, 1, 3000, 1000, 33333), (2, 1, -2000, -500, 25000);`

test('levels keep their pieces, and their worth becomes that of all pieces together', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, ALL.slice(0, AT), () => undefined)
  sqlite.exec(OLD_ROWS)
  migrate(sqlite, ALL.slice(0, AT + 1), () => undefined)
  expect(sqlite.prepare('SELECT * FROM stock_levels').all()).toEqual([
    { sku_id: 1, warehouse_id: 1, on_hand: 3000 },
    { sku_id: 2, warehouse_id: 1, on_hand: -2000 },
  ])
  expect(sqlite.prepare('SELECT * FROM stock_values').all()).toEqual([
    { sku_id: 1, on_hand: 3000, value: 1000, last_cost: 33_333 },
    { sku_id: 2, on_hand: -2000, value: -500, last_cost: 25_000 },
  ])
  expect(() => sqlite.exec('UPDATE stock_values SET on_hand = 0 WHERE sku_id = 1')).toThrow('CHECK')
})
