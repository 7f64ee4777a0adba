import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { openWriter } from './connection.ts'
import { DatabaseFromTheFuture, migrate, readMigrations, type Migration } from './migrator.ts'

const steps = (...sql: string[]): Migration[] =>
  sql.map((text, index) => ({ version: index + 1, name: `step-${String(index + 1)}`, sql: text }))
const FIRST = `
  CREATE TABLE products (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;
  CREATE TABLE barcodes (product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE, code TEXT) STRICT;
  INSERT INTO products VALUES (1, 'Longjing'); INSERT INTO barcodes VALUES (1, '690');
`
const REBUILD = `
  CREATE TABLE products_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, origin TEXT NOT NULL DEFAULT '') STRICT;
  INSERT INTO products_new (id, title) SELECT id, title FROM products;
  DROP TABLE products;
  ALTER TABLE products_new RENAME TO products;
`
const MIGRATIONS = readMigrations(join(import.meta.dirname, 'migrations'))
const none = () => undefined

test('rebuilding a parent table keeps its children', () => {
  const { sqlite } = openWriter(':memory:')
  expect(migrate(sqlite, steps(FIRST), none)).toBe(1)
  expect(migrate(sqlite, steps(FIRST, REBUILD), none)).toBe(1)
  expect(sqlite.prepare('SELECT * FROM barcodes').all()).toEqual([{ product_id: 1, code: '690' }])
  expect(sqlite.pragma('user_version', { simple: true })).toBe(2)
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('the copy is made before an existing shop is touched, and only then', () => {
  const { sqlite } = openWriter(':memory:')
  const copy = vi.fn(() => {
    expect(sqlite.pragma('user_version', { simple: true })).toBe(1)
    expect(sqlite.prepare('SELECT count(*) FROM products').pluck().get()).toBe(1)
  })
  migrate(sqlite, steps(FIRST), copy)
  expect(copy).not.toHaveBeenCalled()
  migrate(sqlite, steps(FIRST, REBUILD), copy)
  expect(copy).toHaveBeenCalledOnce()
  migrate(sqlite, steps(FIRST, REBUILD), copy)
  expect(copy).toHaveBeenCalledOnce()
})

test('without its copy nothing is migrated', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, steps(FIRST), none)
  const failing = () => {
    throw new Error('disk full')
  }
  expect(() => migrate(sqlite, steps(FIRST, REBUILD), failing)).toThrow('disk full')
  expect(sqlite.pragma('user_version', { simple: true })).toBe(1)
})

test('a step that fails leaves the file as it was, and none after it runs', () => {
  const file = join(aFolder(), 'shop.db')
  const writer = openWriter(file)
  migrate(writer.sqlite, steps(FIRST), none)
  writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const before = readFileSync(file)
  const wrong = `INSERT INTO products VALUES (2, 'Biluochun'); INSERT INTO nowhere VALUES (1);`
  expect(() => migrate(writer.sqlite, steps(FIRST, wrong, REBUILD), none)).toThrow('no such table')
  writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  expect(readFileSync(file).equals(before)).toBe(true)
  writer.close()
})

test('a step that orphans a row is undone', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, steps(FIRST), none)
  expect(() => migrate(sqlite, steps(FIRST, 'DELETE FROM products'), none)).toThrow('breaks 1 foreign keys')
  expect(sqlite.prepare('SELECT count(*) FROM products').pluck().get()).toBe(1)
})

test('a database from the future is refused and left untouched', () => {
  const { sqlite } = openWriter(':memory:')
  migrate(sqlite, steps(FIRST, REBUILD), none)
  const copy = vi.fn()
  expect(() => migrate(sqlite, steps(FIRST), copy)).toThrow(DatabaseFromTheFuture)
  expect(copy).not.toHaveBeenCalled()
  expect(sqlite.pragma('user_version', { simple: true })).toBe(2)
})

test('migrations are numbered without a gap', () => {
  const dir = aFolder()
  writeFileSync(join(dir, '0001-first.sql'), '')
  writeFileSync(join(dir, '0003-third.sql'), '')
  expect(() => readMigrations(dir)).toThrow('0003-third.sql is out of order')
})

test('the shipped migrations read in order and apply to an empty file', () => {
  const { sqlite } = openWriter(':memory:')
  expect(migrate(sqlite, MIGRATIONS, none)).toBe(MIGRATIONS.length)
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})
