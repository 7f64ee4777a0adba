/** A shop file that is damaged is kept aside under a clear name, never deleted: what can be read of it still counts. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { BusinessDay } from '../../contract/values.ts'
import { renameDurably } from './durable.ts'
import type { ShopFolder } from './folder.ts'
import { listSnapshots } from './snapshot-files.ts'

const NAME = /^shop-left-behind-.+\.db$/

/**
 * Renames `shop.db` and its journal, if there are any. The journal must go along even when the file itself went before: one
 * that stays would be played into the next `shop.db`.
 */
export function setAside({ root, database }: ShopFolder, stamp: string): void {
  const aside = freeName(root, stamp)
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(database + suffix)) renameDurably(database + suffix, aside + suffix)
  }
}

/** Removes the traces of a founding or a restore that was killed half-way. */
export function removeBeginnings({ database }: ShopFolder): void {
  for (const suffix of ['.new', '.new-wal', '.new-shm', '.new-journal']) rmSync(database + suffix, { force: true })
}

export interface LastNumber {
  readonly series: string
  readonly businessDay: BusinessDay
  readonly last: number
}

/** The highest numbers that any file of this shop is known to have given: what was left behind, and the snapshots. */
export function highestNumbers(folder: ShopFolder, shopUid: string): readonly LastNumber[] {
  const highest = new Map<string, LastNumber>()
  for (const file of filesOf(folder)) {
    for (const number of numbersIn(file, shopUid)) {
      const key = `${number.series} ${number.businessDay}`
      if (number.last > (highest.get(key)?.last ?? 0)) highest.set(key, number)
    }
  }
  return [...highest.values()]
}

function filesOf({ root, database, backups }: ShopFolder): string[] {
  const aside = readdirSync(root).filter((file) => NAME.test(file))
  const snapshots = listSnapshots(backups).map(({ file }) => join(backups, file))
  return [database, ...aside.map((file) => join(root, file)), ...snapshots]
}

/** Nothing, where the file is another shop's or too damaged to say. */
function numbersIn(file: string, shopUid: string): readonly LastNumber[] {
  if (!existsSync(file)) return []
  const hadJournal = existsSync(`${file}-wal`)
  try {
    return readNumbers(file, shopUid)
  } catch (error) {
    if (error instanceof Database.SqliteError) return []
    throw error
  } finally {
    // A reader that may not write leaves an empty journal behind.
    if (!hadJournal) for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  }
}

function readNumbers(file: string, shopUid: string): readonly LastNumber[] {
  const sqlite = new Database(file, { readonly: true })
  try {
    if (![shopUid, null].includes(uidIn(sqlite))) return []
    return sqlite.prepare<[], LastNumber>('SELECT series, business_day AS businessDay, last FROM number_series').all()
  } finally {
    sqlite.close()
  }
}

/** Null where just that is damaged: what lies in this folder is then taken for this shop's, at worst with a gap too many. */
function uidIn(sqlite: Database.Database): string | null {
  try {
    return sqlite.prepare<[], string>('SELECT uid FROM shop').pluck().get() ?? null
  } catch {
    return null
  }
}

function freeName(root: string, stamp: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(root, `shop-left-behind-${stamp}${count === 1 ? '' : `-${String(count)}`}.db`)
    if (!existsSync(path)) return path
  }
}
