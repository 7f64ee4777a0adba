import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const MIGRATIONS = readMigrations(import.meta.dirname)
const AT = MIGRATIONS.findIndex(({ sql }) => sql.includes('CREATE TABLE customer_tiers'))

test('who could take off may give away, and nobody else; goods and customers stay as they are', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS.slice(0, AT), () => undefined)
  sqlite.exec(`
    INSERT INTO roles VALUES ('owner', '["sales.sell","sales.discount"]');
    INSERT INTO roles VALUES ('manager', '["sales.sell"]');
    INSERT INTO roles VALUES ('clerk', '["sales.sell","sales.discount"]');
    INSERT INTO products VALUES (1, 'p', 'TEA', '龙井茶', 'goods', '', '盒', 0, 0, NULL);
    INSERT INTO skus VALUES (1, 's', 1, 'TEA-01', '', 1280000, 1000000, NULL);
    INSERT INTO customers VALUES (1, 'c', '', '城南茶楼', '', '', '', NULL, 0, NULL);
  `)
  migrate(sqlite, MIGRATIONS.slice(0, AT + 1), () => undefined)
  expect(sqlite.prepare('SELECT key, permissions FROM roles ORDER BY key').all()).toEqual([
    { key: 'clerk', permissions: '["sales.sell","sales.discount"]' },
    { key: 'manager', permissions: '["sales.sell"]' },
    { key: 'owner', permissions: '["sales.sell","sales.discount","sales.gift"]' },
  ])
  expect(sqlite.prepare('SELECT price, floor_price, member_price, tag_price FROM skus').get()).toEqual({
    price: 1_280_000,
    floor_price: 1_000_000,
    member_price: null,
    tag_price: null,
  })
  expect(sqlite.prepare('SELECT name, tier_id FROM customers').get()).toEqual({ name: '城南茶楼', tier_id: null })
})
