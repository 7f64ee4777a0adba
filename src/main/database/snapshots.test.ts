import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { aShopFile, MIGRATIONS, withWriter } from '../testing/a-shop-file.ts'
import { openReader } from './connection.ts'
import type { ShopFolder } from './folder.ts'
import { mustBeWhole, writeSnapshot } from './snapshots.ts'

const FILE = 'shop-20261121-100000+0800-asked.db'

function snapshot(folder: ShopFolder): string {
  const target = join(folder.backups, FILE)
  writeSnapshot({ database: folder.database, attachments: folder.attachments, target })
  return target
}

test('a snapshot is the whole shop, with the head of its audit chain', () => {
  const folder = aShopFile(aFolder())
  const head = 'SELECT seq, hash FROM commands ORDER BY seq DESC LIMIT 1'
  const original = withWriter(folder, ({ sqlite }) => sqlite.prepare(head).get())
  const copy = openReader(snapshot(folder))
  expect(copy.sqlite.prepare(head).get()).toEqual(original)
  expect(copy.sqlite.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  copy.close()
  expect(readdirSync(folder.backups).sort()).toEqual(['attachments', FILE])
})

test('what is committed but still in the write-ahead log is in the snapshot', () => {
  const folder = aShopFile(aFolder())
  withWriter(folder, ({ sqlite }) => {
    sqlite.exec(`INSERT INTO number_series VALUES ('SO', '2026-11-21', 7)`)
    const copy = openReader(snapshot(folder))
    expect(copy.sqlite.prepare('SELECT last FROM number_series').pluck().get()).toBe(7)
    copy.close()
  })
})

test('attachments come along, each copied once', () => {
  const folder = aShopFile(aFolder())
  writeFileSync(join(folder.attachments, 'a'.repeat(64)), 'photo')
  snapshot(folder)
  const copied = join(folder.backups, 'attachments', 'a'.repeat(64))
  expect(readFileSync(copied, 'utf8')).toBe('photo')
  writeFileSync(join(folder.attachments, 'b'.repeat(64)), 'invoice')
  writeFileSync(copied, 'kept')
  rmSync(join(folder.backups, FILE))
  snapshot(folder)
  expect(readdirSync(join(folder.backups, 'attachments'))).toEqual(['a'.repeat(64), 'b'.repeat(64)])
  expect(readFileSync(copied, 'utf8')).toBe('kept')
})

test('a file that is cut off, overwritten or no shop at all does not count', () => {
  const folder = aShopFile(aFolder())
  const target = snapshot(folder)
  mustBeWhole(target)
  const bytes = readFileSync(target)
  const damage = {
    'cut off': bytes.subarray(0, bytes.length - 4096),
    overwritten: Buffer.concat([bytes.subarray(0, 8_192), Buffer.alloc(8_192, 7), bytes.subarray(16_384)]),
    'no database': Buffer.from('not a database at all, only some text that is long enough'.repeat(20)),
    empty: Buffer.alloc(0),
  }
  for (const [how, damaged] of Object.entries(damage)) {
    writeFileSync(target, damaged)
    expect(() => mustBeWhole(target), how).toThrow('SNAPSHOT_DAMAGED')
  }
})

test('a snapshot that cannot be made leaves nothing that looks like one', () => {
  const folder = aShopFile(aFolder())
  rmSync(folder.backups, { recursive: true })
  expect(() => snapshot(folder)).toThrow()
  mkdirSync(folder.backups)
  writeFileSync(folder.database, 'damaged'.repeat(1_000))
  expect(() => snapshot(folder)).toThrow()
  expect(readdirSync(folder.backups).filter((file) => file.endsWith('.db'))).toEqual([])
})
