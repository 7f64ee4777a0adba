/**
 * A snapshot is one read transaction: VACUUM INTO goes on while the shop sells, where a stepped backup is restarted by every
 * write and never ends (DESIGN §5). It counts only once it was opened and checked, and it holds the head of the audit chain,
 * so that a removed tail shows.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { refuse } from '../domain/errors.ts'
import { copyDurably, renameDurably, syncFile } from './durable.ts'
import { unfinished } from './snapshot-files.ts'

export interface SnapshotTask {
  readonly database: string
  readonly attachments: string
  readonly target: string
}

/** Runs in a worker, on a connection of its own. */
export function writeSnapshot({ database, attachments, target }: SnapshotTask): void {
  const sqlite = new Database(database, { readonly: true, fileMustExist: true })
  try {
    copyInto(sqlite, target)
  } finally {
    sqlite.close()
  }
  // After the rows that name them: an attachment is written before its row, so none of the snapshot's is missing.
  copyAttachments(attachments, join(dirname(target), 'attachments'))
}

/** A verified copy under its final name, through a connection that is open already. */
export function copyInto(sqlite: Database.Database, target: string): void {
  const copy = join(dirname(target), unfinished(basename(target)))
  rmSync(copy, { force: true })
  sqlite.prepare('VACUUM INTO ?').run(copy)
  mustBeWhole(copy)
  syncFile(copy)
  renameDurably(copy, target)
}

/** Opens the file and refuses it unless it is a whole shop. */
export function mustBeWhole(file: string): void {
  if (!isWhole(file)) refuse('SNAPSHOT_DAMAGED')
}

function isWhole(file: string): boolean {
  try {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const checked = sqlite.pragma('quick_check', { simple: true })
      return checked === 'ok' && sqlite.prepare('SELECT id FROM shop').get() !== undefined
    } finally {
      sqlite.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  }
}

/** Attachments never change and are named by their content, so only new ones are copied. */
export function copyAttachments(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const file of readdirSync(from)) {
    const target = join(to, file)
    if (existsSync(target) || file.includes(unfinished(''))) continue
    const copy = unfinished(target)
    copyDurably(join(from, file), copy)
    renameDurably(copy, target)
  }
}
