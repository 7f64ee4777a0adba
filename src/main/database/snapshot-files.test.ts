import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Time } from '../../contract/values.ts'
import { aFolder } from '../testing/a-folder.ts'
import {
  listSnapshots,
  newSnapshotName,
  pruneSnapshots,
  removeUnfinished,
  stampOf,
  unfinished,
} from './snapshot-files.ts'

const MORNING = Date.UTC(2026, 10, 21, 2) as Time
const DAY = 24 * 60 * 60 * 1000

function take(backups: string, reason: Parameters<typeof newSnapshotName>[1], at: number, timeZone = 'Asia/Shanghai') {
  const file = newSnapshotName(backups, reason, at as Time, timeZone)
  writeFileSync(join(backups, file), 'shop')
  return file
}

test("a snapshot's name says when it was taken, by the shop's clock, and why", () => {
  const backups = aFolder()
  expect(take(backups, 'daily', MORNING)).toBe('shop-20261121-100000+0800-daily.db')
  expect(take(backups, 'daily', MORNING)).toBe('shop-20261121-100000+0800-daily-2.db')
  expect(take(backups, 'asked', MORNING, 'UTC')).toBe('shop-20261121-020000+0000-asked.db')
  expect(stampOf(MORNING, 'America/St_Johns')).toBe('20261120-223000-0330')
})

test('the name alone tells the moment again', () => {
  const backups = aFolder()
  for (const zone of ['Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns', 'UTC']) {
    const file = take(backups, 'asked', MORNING, zone)
    expect(listSnapshots(backups)).toContainEqual({ file, takenAt: MORNING, bytes: 4, reason: 'asked' })
  }
})

test('the newest comes first, and other files are none', () => {
  const backups = aFolder()
  const older = take(backups, 'daily', MORNING, 'Asia/Shanghai')
  const newer = take(backups, 'asked', MORNING + 1_000, 'UTC')
  for (const other of ['notes.txt', 'shop-20261121-100000+0800-stolen.db', 'shop.db']) {
    writeFileSync(join(backups, other), '')
  }
  expect(listSnapshots(backups).map(({ file }) => file)).toEqual([newer, older])
})

test('the last 14 daily and 20 asked ones are kept, and nothing else is touched', () => {
  const backups = aFolder()
  const daily = Array.from({ length: 16 }, (_, day) => take(backups, 'daily', MORNING + day * DAY))
  const asked = Array.from({ length: 22 }, (_, day) => take(backups, 'asked', MORNING + day * DAY))
  const migration = take(backups, 'migration', MORNING)
  writeFileSync(join(backups, 'notes.txt'), '')
  pruneSnapshots(backups)
  const left = [...daily.slice(2), ...asked.slice(2), migration, 'notes.txt']
  expect(readdirSync(backups).sort()).toEqual(left.sort())
})

test('what a killed process left half-written is neither listed nor kept', () => {
  const backups = aFolder()
  writeFileSync(join(backups, unfinished('shop-20261121-100000+0800-daily.db')), '')
  expect(listSnapshots(backups)).toEqual([])
  removeUnfinished(backups)
  expect(readdirSync(backups)).toEqual([])
})
