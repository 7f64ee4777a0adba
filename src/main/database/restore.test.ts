import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Time } from '../../contract/values.ts'
import { aFolder } from '../testing/a-folder.ts'
import { aShopFile, MIGRATIONS, MORNING, withWriter } from '../testing/a-shop-file.ts'
import type { ShopFolder } from './folder.ts'
import { restoreSnapshot } from './restore.ts'
import { openShopFile } from './shop-file.ts'
import { writeSnapshot } from './snapshots.ts'

const FILE = 'shop-20261121-100000+0800-daily.db'
const LATER = (MORNING + 60 * 60 * 1000) as Time

function restore(folder: ShopFolder, file = FILE): void {
  restoreSnapshot(folder, { file, now: LATER, migrations: MIGRATIONS, epoch: 'E'.repeat(26), record: () => undefined })
}

function takeSnapshot(folder: ShopFolder): void {
  const { database, attachments, backups } = folder
  withWriter(folder, () => writeSnapshot({ database, attachments, target: join(backups, FILE) }))
}

const give = (folder: ShopFolder, series: string, last: number) =>
  withWriter(folder, ({ sqlite }) =>
    sqlite.prepare(`REPLACE INTO number_series VALUES (?, '2026-11-21', ?)`).run(series, last),
  )

const rows = (folder: ShopFolder, sql: string) => withWriter(folder, ({ sqlite }) => sqlite.prepare(sql).all())
const leftBehind = ({ root }: ShopFolder) => readdirSync(root).filter((file) => file.startsWith('shop-left-behind-'))

test('a restored shop is another copy, in which nobody is signed in', () => {
  const folder = aShopFile(aFolder())
  withWriter(folder, ({ sqlite }) =>
    sqlite.exec(
      `INSERT INTO sessions (token_hash, staff_id, device, created_at, expires_at) VALUES ('t', 1, 'browser', 0, 9)`,
    ),
  )
  const [before] = rows(folder, 'SELECT uid, epoch FROM shop') as { uid: string; epoch: string }[]
  takeSnapshot(folder)
  restore(folder)
  expect(rows(folder, 'SELECT uid, epoch FROM shop')).toEqual([{ uid: before?.uid, epoch: 'E'.repeat(26) }])
  expect(rows(folder, 'SELECT * FROM sessions')).toEqual([])
})

test('numbers that were given after the snapshot are skipped, and the gap says why', () => {
  const folder = aShopFile(aFolder())
  give(folder, 'SO', 3)
  takeSnapshot(folder)
  give(folder, 'SO', 9)
  give(folder, 'RT', 2)
  restore(folder)
  expect(rows(folder, 'SELECT series, last FROM number_series ORDER BY series')).toEqual([
    { series: 'RT', last: 2 },
    { series: 'SO', last: 9 },
  ])
  const reason = `restored from ${FILE}`
  expect(
    rows(folder, 'SELECT series, first, last, reason, recorded_at AS at FROM number_gaps ORDER BY series'),
  ).toEqual([
    { series: 'RT', first: 1, last: 2, reason, at: LATER },
    { series: 'SO', first: 4, last: 9, reason, at: LATER },
  ])
})

test('restored twice, the numbers of both files left behind are skipped', () => {
  const folder = aShopFile(aFolder())
  takeSnapshot(folder)
  give(folder, 'SO', 5)
  restore(folder)
  writeFileSync(folder.database, 'damaged'.repeat(1_000))
  restore(folder)
  expect(rows(folder, 'SELECT last FROM number_series')).toEqual([{ last: 5 }])
  expect(leftBehind(folder)).toHaveLength(2)
})

test('a damaged file is kept aside as it was, and says nothing about numbers', () => {
  const folder = aShopFile(aFolder())
  takeSnapshot(folder)
  const damaged = Buffer.from('damaged'.repeat(1_000))
  writeFileSync(folder.database, damaged)
  expect(openShopFile(folder, MIGRATIONS, LATER)).toHaveProperty('damaged')
  restore(folder)
  expect(leftBehind(folder)).toEqual(['shop-left-behind-20261121-030000+0000.db'])
  expect(readFileSync(join(folder.root, leftBehind(folder)[0] ?? '')).equals(damaged)).toBe(true)
  expect(rows(folder, 'SELECT * FROM number_gaps')).toEqual([])
})

test("another shop's file does not push the numbers", () => {
  const folder = aShopFile(aFolder())
  takeSnapshot(folder)
  rmSync(folder.database)
  const other = aShopFile(aFolder())
  withWriter(other, ({ sqlite }) => sqlite.exec(`UPDATE shop SET uid = 'another'`))
  give(other, 'SO', 50)
  writeFileSync(folder.database, readFileSync(other.database))
  restore(folder)
  expect(rows(folder, 'SELECT * FROM number_series')).toEqual([])
})

test('the journal of a file that went away is never played into the restored one', () => {
  const folder = aShopFile(aFolder())
  takeSnapshot(folder)
  writeFileSync(`${folder.database}-wal`, 'left by a power cut')
  rmSync(folder.database)
  restore(folder)
  expect(existsSync(`${folder.database}-wal`)).toBe(false)
  expect(leftBehind(folder)).toEqual(['shop-left-behind-20261121-030000+0000.db-wal'])
})

test('attachments that are gone come back', () => {
  const folder = aShopFile(aFolder())
  const photo = join(folder.attachments, 'a'.repeat(64))
  writeFileSync(photo, 'photo')
  takeSnapshot(folder)
  rmSync(photo)
  restore(folder)
  expect(readFileSync(photo, 'utf8')).toBe('photo')
})

test('only a snapshot of this folder can be restored', () => {
  const folder = aShopFile(aFolder())
  takeSnapshot(folder)
  for (const file of ['../shop.db', 'shop.db', '', join(folder.backups, FILE), 'shop-20261121-100000+0800-asked.db']) {
    expect(() => restore(folder, file), file).toThrow('SNAPSHOT_NOT_FOUND')
  }
})

test('a damaged snapshot is refused, and the shop stays as it is', () => {
  const folder = aShopFile(aFolder())
  takeSnapshot(folder)
  const before = readFileSync(folder.database)
  const snapshot = join(folder.backups, FILE)
  writeFileSync(snapshot, readFileSync(snapshot).subarray(0, 20_000))
  expect(() => restore(folder)).toThrow('SNAPSHOT_DAMAGED')
  expect(readFileSync(folder.database).equals(before)).toBe(true)
  expect(leftBehind(folder)).toEqual([])
})
