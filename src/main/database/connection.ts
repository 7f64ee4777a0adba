/** Opens the shop's database file: the pragmas that its promises rest on are set and asserted at every open (DESIGN §5). */
import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

type Db = BetterSQLite3Database & { readonly $client: Database.Database }

declare const writable: unique symbol
/** What queries get: it can only read. */
export type ReadDb = Pick<Db, 'select' | 'selectDistinct' | 'all' | 'get' | '$client'>
/** What commands get. Only the pipeline opens its transactions. */
export type WriteDb = ReadDb & Pick<Db, 'insert' | 'update' | 'delete' | 'run'> & { readonly [writable]: true }

/** The one connection that writes. */
export interface Writer {
  readonly db: WriteDb
  readonly sqlite: Database.Database
  close(): void
}

/** A read-only connection, for workers. */
export interface Reader {
  readonly db: ReadDb
  readonly sqlite: Database.Database
  close(): void
}

const CHECKPOINT_PAGES = 10_000
const BUSY_MS = 5_000
const JOURNAL_BYTES = 64 * 1024 * 1024

const WRITER_PRAGMAS: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  synchronous: 2, // FULL: the WAL default of this build is NORMAL, which can lose acknowledged sales
  foreign_keys: 1,
  recursive_triggers: 1, // else REPLACE slips past the append-only triggers
  busy_timeout: BUSY_MS,
  journal_size_limit: JOURNAL_BYTES,
  wal_autocheckpoint: CHECKPOINT_PAGES,
  ...(process.platform === 'darwin' ? { fullfsync: 1, checkpoint_fullfsync: 1 } : {}),
}

export function openWriter(file: string): Writer {
  const sqlite = new Database(file)
  try {
    for (const [name, value] of Object.entries(WRITER_PRAGMAS)) sqlite.pragma(`${name} = ${String(value)}`)
    assertPragmas(sqlite, file === ':memory:' ? { ...WRITER_PRAGMAS, journal_mode: 'memory' } : WRITER_PRAGMAS)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return { db: toDrizzle(sqlite) as unknown as WriteDb, sqlite, close: () => sqlite.close() }
}

export function openReader(file: string): Reader {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  sqlite.pragma(`busy_timeout = ${String(BUSY_MS)}`)
  sqlite.pragma('query_only = 1')
  return { db: toDrizzle(sqlite), sqlite, close: () => sqlite.close() }
}

function toDrizzle(sqlite: Database.Database): Db {
  return drizzle({ client: sqlite, casing: 'snake_case' })
}

function assertPragmas(sqlite: Database.Database, expected: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(expected)) {
    const actual: unknown = sqlite.pragma(name, { simple: true })
    if (actual !== value) throw new Error(`pragma ${name} is ${String(actual)}, expected ${String(value)}`)
  }
}
