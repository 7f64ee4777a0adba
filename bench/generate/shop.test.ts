import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openReader, type Reader } from '../../src/main/database/connection.ts'
import { checkShop } from '../../src/main/domain/audit/check.ts'
import { MIGRATIONS } from '../../src/main/testing/a-shop.ts'
import { generateShop } from './shop.ts'

const folder = mkdtempSync(join(tmpdir(), 'guitai-generated-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SIZE = { orders: 700, products: 300, customers: 80, days: 7 }

function generated(name: string): string {
  const file = join(folder, name)
  generateShop({ file, migrations: MIGRATIONS, size: SIZE, seed: 1, passwordHash: 'unused' })
  return file
}

const first = generated('first.db')

function reading<T>(work: (reader: Reader) => T): T {
  const reader = openReader(first)
  try {
    return work(reader)
  } finally {
    reader.close()
  }
}

test('a generated shop satisfies every invariant', () => {
  expect(reading(checkShop).filter(({ holds }) => !holds)).toEqual([])
})

test('it has as many sales as were asked for, and every other kind of trade', () => {
  const kinds = reading(({ sqlite }) =>
    sqlite.prepare('SELECT kind, count(*) AS count FROM documents GROUP BY kind ORDER BY kind').all(),
  )
  expect(kinds).toMatchObject([
    { kind: 'adjustment' },
    { kind: 'customerReturn' },
    { kind: 'goodsReceived', count: 7 },
    { kind: 'openingStock' },
    { kind: 'sale', count: 700 },
  ])
  const count = (sql: string) => reading(({ sqlite }) => sqlite.prepare(sql).pluck().get())
  expect(count('SELECT count(*) FROM products')).toBe(300)
  expect(count('SELECT count(*) FROM customers')).toBe(80)
  expect(count('SELECT count(*) FROM stock_levels WHERE on_hand < 0')).toBeGreaterThan(0)
  expect(count(`SELECT count(*) FROM stock_movements WHERE kind = 'costCorrection'`)).toBeGreaterThan(0)
  expect(count('SELECT count(*) FROM customer_accounts WHERE owed > 0')).toBeGreaterThan(0)
  expect(count('SELECT count(*) FROM tiles')).toBe(24)
})

test('the same seed gives the same file', () => {
  expect(readFileSync(generated('second.db')).equals(readFileSync(first))).toBe(true)
})
