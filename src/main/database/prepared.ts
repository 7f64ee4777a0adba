/** Statements prepared once per connection and kept: built per call, drizzle costs four times as much (DESIGN §5). */
import { getTableColumns, sql, type InferInsertModel, type Table } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadDb, WriteDb } from './connection.ts'

export function prepared<D extends ReadDb, S>(build: (db: D) => S): (db: D) => S {
  const kept = new WeakMap<object, S>()
  return (db) => {
    let statements = kept.get(db)
    if (statements === undefined) {
      statements = build(db)
      kept.set(db, statements)
    }
    return statements
  }
}

/**
 * An insert of one whole row, prepared once. Columns that the row leaves out become NULL; an integer primary key that is
 * left out is given by the database.
 * @returns the rowid
 */
export function insertInto<T extends SQLiteTable>(table: T): (db: WriteDb, row: InferInsertModel<T>) => number {
  const names = Object.keys(getTableColumns(table as Table))
  const empty = Object.fromEntries(names.map((name) => [name, null]))
  const statement = prepared((db: WriteDb) => {
    const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))
    return db
      .insert(table)
      .values(values as never)
      .prepare()
  })
  return (db, row) => Number(statement(db).run({ ...empty, ...row }).lastInsertRowid)
}
