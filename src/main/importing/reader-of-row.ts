/** One row by its fields, with what is wrong about it gathered on the way. */
import type { ImportField } from '../../contract/imports.ts'
import { scaled } from './numbers.ts'
import type { Problem } from './plan.ts'
import type { Row } from './source.ts'

export interface Columns {
  readonly fields: readonly (ImportField | null)[]
  readonly headers: readonly string[]
}

export interface RowReader {
  readonly row: Row
  /** What keeps the row out. */
  readonly refused: readonly Problem[]
  /** What it comes in without. */
  readonly notes: readonly Problem[]
  text(field: ImportField): string
  /** A text that must fit its place. */
  fitting(field: ImportField, most: number): string
  /** A number of so many decimals, null where there is none; a negative one is refused. */
  number(field: ImportField, decimals: number): number | null
  header(field: ImportField): string
  sizes(): readonly { readonly size: string; readonly text: string }[]
  refuse(code: string, facts?: Problem['facts']): void
  note(code: string, facts?: Problem['facts']): void
}

/** A long number as a spreadsheet spoils it: 6.90123E+12 has lost its last digits for good. */
export const isSpoiled = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text)

/** @returns reads rows of these columns */
export function rowReaders({ fields, headers }: Columns): (row: Row) => RowReader {
  const columnOf = new Map<ImportField, number>()
  for (const [at, field] of fields.entries()) if (field !== null && !columnOf.has(field)) columnOf.set(field, at)
  const sizeColumns = fields.flatMap((field, at) => (field === 'sizeStock' ? [{ at, size: headers[at] ?? '' }] : []))
  return (row) => {
    const refused: Problem[] = []
    const notes: Problem[] = []
    const text = (field: ImportField) => row.cells[columnOf.get(field) ?? -1] ?? ''
    const refuse = (code: string, facts: Problem['facts'] = {}) => refused.push({ row: row.row, code, facts })
    return {
      row,
      refused,
      notes,
      text,
      refuse,
      note: (code, facts = {}) => notes.push({ row: row.row, code, facts }),
      header: (field) => headers[columnOf.get(field) ?? -1] ?? '',
      sizes: () => sizeColumns.map(({ at, size }) => ({ size, text: row.cells[at] ?? '' })),
      fitting: (field, most) => {
        const said = text(field)
        if (said.length > most) refuse('TEXT_TOO_LONG', { field, most })
        return said
      },
      number: (field, decimals) => {
        const said = text(field)
        if (said === '') return null
        const value = scaled(said, decimals)
        if (value === undefined || value < 0) refuse('NUMBER_NOT_READ', { field, value: said.slice(0, 40) })
        return value ?? null
      },
    }
  }
}
