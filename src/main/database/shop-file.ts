/** The shop's one file: opened when it is sound, and put in place whole. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Time } from '../../contract/values.ts'
import { openWriter, type Writer } from './connection.ts'
import { renameDurably, syncFile } from './durable.ts'
import type { ShopFolder } from './folder.ts'
import { removeBeginnings, setAside } from './left-behind.ts'
import { migrate, type Migration } from './migrator.ts'
import { newSnapshotName, stampOf } from './snapshot-files.ts'
import { copyInto } from './snapshots.ts'

export type Found = { readonly writer: Writer } | { readonly damaged: string } | { readonly missing: true }

/** Opens and migrates the shop's file. A damaged one is left as it is: the person decides what is restored. */
export function openShopFile(folder: ShopFolder, migrations: readonly Migration[], now: Time): Found {
  const bytes = statSync(folder.database, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return { missing: true }
  if (bytes === 0) return { damaged: 'the file is empty' } // SQLite would make a new database of it
  let opened: Writer | undefined
  try {
    const writer = openWriter(folder.database)
    opened = writer
    const timeZone = timeZoneOf(writer.sqlite)
    migrate(writer.sqlite, migrations, () => {
      const copy = newSnapshotName(folder.backups, 'migration', now, timeZone)
      copyInto(writer.sqlite, join(folder.backups, copy))
    })
    return { writer }
  } catch (error) {
    opened?.close()
    if (isDamage(error)) return { damaged: (error as Error).message }
    throw error
  }
}

/** Fills a new file by `fill` and puts it in the place of the old one, which is kept aside. */
export function putInPlace(folder: ShopFolder, now: Time, timeZone: string, fill: (file: string) => void): void {
  const beginning = `${folder.database}.new`
  removeBeginnings(folder)
  fill(beginning)
  syncFile(beginning)
  setAside(folder, stampOf(now, timeZone))
  renameDurably(beginning, folder.database)
}

/** A file that was never a shop reads as damaged too: nothing in it would be known to be whole. */
function timeZoneOf(sqlite: Database.Database): string {
  const query = `SELECT profile ->> '$.timeZone' FROM shop JOIN shop_profiles ON shop_profiles.id = shop.profile_id`
  if (Number(sqlite.pragma('user_version', { simple: true })) === 0) throw new NotAShop()
  const found = sqlite.prepare<[], string>(query).pluck().get()
  if (found === undefined) throw new NotAShop()
  return found
}

class NotAShop extends Error {
  constructor() {
    super('the file holds no shop')
    this.name = 'NotAShop'
  }
}

function isDamage(error: unknown): boolean {
  if (error instanceof NotAShop) return true
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}
