import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { aShopFile, MIGRATIONS, MORNING, withWriter } from '../testing/a-shop-file.ts'
import { openReader } from './connection.ts'
import { shopFolder } from './folder.ts'
import { DatabaseFromTheFuture } from './migrator.ts'
import { openShopFile, putInPlace } from './shop-file.ts'

const KNOWN = MIGRATIONS.length
const NEXT = { version: KNOWN + 1, name: 'next', sql: 'ALTER TABLE warehouses ADD COLUMN note TEXT' }

test('an empty folder has no shop', () => {
  expect(openShopFile(shopFolder(aFolder()), MIGRATIONS, MORNING)).toEqual({ missing: true })
})

test('a sound file opens', () => {
  const found = openShopFile(aShopFile(aFolder()), MIGRATIONS, MORNING)
  if (!('writer' in found)) throw new Error('not opened')
  expect(found.writer.sqlite.prepare('SELECT count(*) FROM shop').pluck().get()).toBe(1)
  found.writer.close()
})

test.each([
  ['text', Buffer.from('these are not the bytes of a shop '.repeat(500))],
  ['nothing', Buffer.alloc(0)],
  ['a header alone', Buffer.from('SQLite format 3\0'.padEnd(4096, '\0'))],
])('a file of %s is damaged, and left as it is', (_what, bytes) => {
  const folder = shopFolder(aFolder())
  writeFileSync(folder.database, bytes)
  expect(openShopFile(folder, MIGRATIONS, MORNING)).toHaveProperty('damaged')
  expect(readFileSync(folder.database).equals(bytes)).toBe(true)
})

test('a verified copy is made before a migration', () => {
  const folder = aShopFile(aFolder())
  const found = openShopFile(folder, [...MIGRATIONS, NEXT], MORNING)
  if (!('writer' in found)) throw new Error('not opened')
  expect(found.writer.sqlite.pragma('user_version', { simple: true })).toBe(KNOWN + 1)
  found.writer.close()
  const file = 'shop-20261121-100000+0800-migration.db'
  expect(readdirSync(folder.backups)).toEqual([file])
  const copy = openReader(join(folder.backups, file))
  expect(copy.sqlite.pragma('user_version', { simple: true })).toBe(KNOWN)
  copy.close()
})

test('a migration that fails stops the start, with the shop as it was', () => {
  const folder = aShopFile(aFolder())
  const broken = { ...NEXT, sql: 'DROP TABLE nowhere' }
  expect(() => openShopFile(folder, [...MIGRATIONS, broken], MORNING)).toThrow('nowhere')
  withWriter(folder, ({ sqlite }) => expect(sqlite.pragma('user_version', { simple: true })).toBe(KNOWN))
})

test('a shop from a newer program is not damaged: it is refused', () => {
  const folder = aShopFile(aFolder())
  withWriter(folder, ({ sqlite }) => sqlite.pragma('user_version = 99'))
  expect(() => openShopFile(folder, MIGRATIONS, MORNING)).toThrow(DatabaseFromTheFuture)
})

test('a founding that fails half-way leaves no shop, and the next one works', () => {
  const folder = shopFolder(aFolder())
  const failing = (file: string) => {
    writeFileSync(file, 'half')
    throw new Error('power cut')
  }
  expect(() => putInPlace(folder, MORNING, 'UTC', failing)).toThrow('power cut')
  expect(existsSync(folder.database)).toBe(false)
  aShopFile(folder.root)
  expect(readdirSync(folder.root).sort()).toEqual(['attachments', 'backups', 'logs', 'shop.db'])
})
