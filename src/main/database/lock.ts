/**
 * One writer process per shop folder: it holds BEGIN EXCLUSIVE on `shop.lock`, which the system frees when the process
 * dies. Who holds it stands in a file beside it, never read from `shop.lock` itself: closing any other handle on that file
 * would drop a POSIX lock of the same process.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import type { Time } from '../../contract/values.ts'
import { renameDurably } from './durable.ts'
import type { ShopFolder } from './folder.ts'

export interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: Time
}

export class ShopIsHeld extends Error {
  readonly holder: Holder | null

  constructor(folder: string, holder: Holder | null) {
    super(`another program has the shop in ${folder} open${holder ? `: ${describeHolder(holder)}` : ''}`)
    this.name = 'ShopIsHeld'
    this.holder = holder
  }
}

export interface Lock {
  release(): void
}

export function lockShop({ root, lock }: Pick<ShopFolder, 'root' | 'lock'>, now: Time): Lock {
  const sqlite = new Database(lock, { timeout: 0 })
  try {
    sqlite.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sqlite.close()
    if (isBusy(error)) throw new ShopIsHeld(root, readHolder(lock))
    throw error
  }
  writeHolder(lock, { pid: process.pid, host: hostname(), since: now })
  return {
    release: () => {
      rmSync(holderFile(lock), { force: true })
      sqlite.close()
    },
  }
}

const holderFile = (lock: string): string => `${lock}.holder.json`

function writeHolder(lock: string, holder: Holder): void {
  const unfinished = `${holderFile(lock)}.new`
  writeFileSync(unfinished, JSON.stringify(holder))
  renameDurably(unfinished, holderFile(lock))
}

/** The facts may be missing for the instant between locking and writing them. */
function readHolder(lock: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderFile(lock), 'utf8')) as Holder
  } catch {
    return null
  }
}

function describeHolder({ pid, host, since }: Holder): string {
  return `process ${String(pid)} on ${host}, since ${new Date(since).toISOString()}`
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
