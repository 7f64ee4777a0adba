/** Statements prepared once per connection and kept: built per call, drizzle costs four times as much (DESIGN §5). */
import {
  getTableColumns,
  getTableName,
  sql,
  type InferInsertModel,
  type SQL,
  type SQLWrapper,
  type Table,
} from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
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
 * A condition for a prepared statement: the column is one of the numbers that `name` holds, given as `listOf(numbers)`. One
 * statement serves any count of them.
 */
export function isAnyOf(column: SQLWrapper, name: string): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder(name)}))`
}

export const listOf = (numbers: Iterable<number>): string => JSON.stringify([...new Set(numbers)])

/**
 * An insert of one whole row, prepared once, without drizzle in between: every command writes ten and more. Columns that the
 * row leaves out become NULL; an integer primary key that is left out is given by the database.
 * @returns the rowid
 */
export function insertInto<T extends SQLiteTable>(table: T): (db: WriteDb, row: InferInsertModel<T>) => number {
  const columns = Object.entries(getTableColumns(table as Table))
  const names = columns.map(([key]) => `"${toSnakeCase(key)}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const text = `insert into "${getTableName(table)}" (${names}) values (${places})`
  const statement = prepared((db: WriteDb) => db.$client.prepare(text))
  const encoders = columns.map(([key, column]) => (row: Readonly<Record<string, unknown>>) => {
    const value = row[key] ?? null
    return value === null ? null : column.mapToDriverValue(value)
  })
  return (db, row) => {
    const values = encoders.map((encode) => encode(row))
    return Number(statement(db).run(values).lastInsertRowid)
  }
}
