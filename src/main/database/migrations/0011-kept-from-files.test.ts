import { expect, test } from 'vitest'
import { openWriter } from '../connection.ts'
import { migrate, readMigrations } from '../migrator.ts'

const MIGRATIONS = readMigrations(import.meta.dirname)
const AT = MIGRATIONS.findIndex(({ sql }) => sql.includes('ADD COLUMN birthday'))

test('products, units and customers keep what they had, and say nothing of what nobody told them', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS.slice(0, AT), () => undefined)
  sqlite.exec(`
    INSERT INTO products (id, uid, code, title, kind, category, base_unit, tax_rate, created_at, archived_at)
    VALUES (1, 'p', 'W1', '矿泉水', 'goods', '饮料', '瓶', 0, 0, NULL), (2, 'q', 'W1', '旧水', 'goods', '', '瓶', 0, 0, 5);
    INSERT INTO product_units VALUES (1, '箱', 24000);
    INSERT INTO customers (id, uid, code, name, phone, address, note, created_at) VALUES (1, 'c', '', '张三', '', '', '', 0);
  `)
  migrate(sqlite, MIGRATIONS.slice(0, AT + 1), () => undefined)
  expect(sqlite.prepare('SELECT title, category, brand, season FROM products').all()).toEqual([
    { title: '矿泉水', category: '饮料', brand: null, season: null },
    { title: '旧水', category: '', brand: null, season: null },
  ])
  expect(sqlite.prepare('SELECT * FROM product_units').all()).toEqual([
    { product_id: 1, name: '箱', factor: 24_000, price: null, member_price: null, wholesale_price: null },
  ])
  expect(sqlite.prepare('SELECT name, birthday FROM customers').get()).toEqual({ name: '张三', birthday: null })
  const setBirthday = (day: string) => sqlite.prepare('UPDATE customers SET birthday = ?').run(day)
  for (const day of ['1990-05-06', '--02-29']) expect(setBirthday(day).changes).toBe(1)
  for (const day of ['', '5月6日', '05-06']) expect(() => setBirthday(day)).toThrow(/CHECK/)
})

test('a code is looked up among archived products by their own index', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, MIGRATIONS.slice(0, AT + 1), () => undefined)
  const plan = sqlite
    .prepare('EXPLAIN QUERY PLAN SELECT id FROM products WHERE code = ? AND archived_at IS NOT NULL ORDER BY id DESC')
    .all('W1') as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join()).toContain('products_archived_by_code')
})
