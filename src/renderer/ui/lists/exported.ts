/** What a list exports: its columns, as they are shown, with what stands in each. */
import { decimalText } from '../numbers.ts'
import { formats, PRICE_DECIMALS, QUANTITY_DECIMALS, timeText } from '../formats.ts'

export type ExportKind = 'text' | 'money' | 'price' | 'quantity' | 'count' | 'time'

export interface ExportColumn<T> {
  /** Of the column on the screen; one that is hidden there is not exported. Two may share it, such as a count and its unit. */
  readonly key: string
  readonly title: string
  readonly kind: ExportKind
  readonly value: (row: T) => string | number | null | undefined
}

/** Text, or a number written out exactly; nothing where there is nothing. */
export type Cell = { readonly text: string } | { readonly number: string; readonly isMoney: boolean } | null

/** A file that grows row by row, so that a long list is never held twice. */
export interface SheetWriter {
  add(cells: readonly Cell[]): void
  end(): Blob
}

export function cellsOf<T>(columns: readonly ExportColumn<T>[], row: T): Cell[] {
  return columns.map((column) => cellOf(column, row))
}

function cellOf<T>({ kind, value }: ExportColumn<T>, row: T): Cell {
  const held = value(row)
  if (held === null || held === undefined || held === '') return null
  if (typeof held === 'string') return { text: held }
  if (kind === 'text') return { text: String(held) }
  if (kind === 'time') return { text: timeText(held, 'dateTime') }
  return { number: exact(held, decimalsOf(kind)), isMoney: kind === 'money' }
}

function decimalsOf(kind: ExportKind): number {
  if (kind === 'money') return formats.decimals
  if (kind === 'price') return PRICE_DECIMALS
  return kind === 'quantity' ? QUANTITY_DECIMALS : 0
}

/** The stored integer as a plain decimal number: no grouping, no float. */
export const exact = (value: number, decimals: number): string => decimalText(value, decimals, 0).replaceAll(',', '')
