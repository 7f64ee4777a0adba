/**
 * Brings a database to this program's schema. Ours, because drizzle's own runs inside BEGIN, so that rebuilding a parent
 * table cascades into its children, and it skips a migration older than the last one applied (docs/decisions).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** Thrown when the file was written by a newer program: it is left untouched. */
export class DatabaseFromTheFuture extends Error {
  constructor(found: number, known: number) {
    super(`the database is at version ${String(found)}, this program knows ${String(known)}`)
  }
}

/** Reads `0001-name.sql` and so on; a gap or a repeated number is an error of the program. */
export function readMigrations(dir: string): readonly Migration[] {
  const files = readdirSync(dir)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
  return files.map((file, index) => {
    const version = Number(file.slice(0, 4))
    if (version !== index + 1) throw new Error(`migration ${file} is out of order`)
    return { version, name: file.slice(5, -4), sql: readFileSync(join(dir, file), 'utf8') }
  })
}

/**
 * Applies what is missing, one transaction each, and stops at the first failure with the file as it was before that step.
 * @param copyFirst makes a verified copy before an existing shop is touched
 */
export function migrate(sqlite: Database.Database, migrations: readonly Migration[], copyFirst: () => void): number {
  const found = Number(sqlite.pragma('user_version', { simple: true }))
  if (found > migrations.length) throw new DatabaseFromTheFuture(found, migrations.length)
  const missing = migrations.slice(found)
  if (missing.length === 0) return 0
  if (found > 0) copyFirst()
  for (const migration of missing) apply(sqlite, migration)
  return missing.length
}

function apply(sqlite: Database.Database, { version, name, sql }: Migration): void {
  sqlite.pragma('foreign_keys = OFF') // has no effect once a transaction is open
  try {
    sqlite.exec('BEGIN EXCLUSIVE')
    sqlite.exec(sql)
    const broken = sqlite.pragma('foreign_key_check') as readonly unknown[]
    if (broken.length > 0) throw new Error(`migration ${name} breaks ${String(broken.length)} foreign keys`)
    sqlite.pragma(`user_version = ${String(version)}`)
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
