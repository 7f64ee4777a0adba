/** The rows that stayed out, as a file to mend and bring in again: a BOM tells spreadsheets that it is UTF-8. */
import type { RefusedRow } from '../../contract/imports.ts'

interface Heads {
  readonly row: string
  readonly reason: string
  readonly columns: readonly string[]
}

export function refusedFile({ row, reason, columns }: Heads, rows: readonly (RefusedRow & { readonly why: string })[]) {
  const lines = [
    [...columns, row, reason],
    ...rows.map((refused) => [...columns.map((_, at) => refused.cells[at] ?? ''), String(refused.row), refused.why]),
  ]
  return `\ufeff${lines.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`
}

/** Long numbers stay whole, and what begins like a formula is none, in the eyes of a spreadsheet. */
function cellText(text: string): string {
  if (/^(\d{11,}|0\d+)$/.test(text)) return `"=""${text}"""`
  const safe = /^[=+\-@\t]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
