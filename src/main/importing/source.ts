/** What every kind of file is read as: sheets of rows of texts, one row after another, so that memory stays flat. */
import { refuse } from '../domain/errors.ts'

/** Numbered as a spreadsheet numbers them, from 1. */
export interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/** Cells joined downwards: what stands in the first row means all of them. */
export interface Merge {
  readonly column: number
  readonly from: number
  readonly to: number
}

export interface Sheet {
  readonly name: string
  rows(): Iterable<Row> | AsyncIterable<Row>
  /** Known once all rows were read. */
  merges(): readonly Merge[]
}

/** Limits that no honest export reaches, and every bomb does. */
export const MOST_ROWS = 200_000
export const MOST_COLUMNS_READ = 200
export const MOST_CELL = 2_000

export function notRead(): never {
  refuse('FILE_NOT_READ')
}

export function tooLarge(megabytes: number): never {
  refuse('FILE_TOO_LARGE', { megabytes })
}
