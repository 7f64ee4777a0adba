/** CSV as Excel and WPS read it: UTF-8 with a mark at the beginning, CRLF, and no text that they would compute. */
import type { Cell, SheetWriter } from './exported.ts'

const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet takes for the beginning of a formula, full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u

export function csvWriter(titles: readonly string[]): SheetWriter {
  const lines: string[] = []
  const add = (cells: readonly Cell[]) => void lines.push(`${cells.map(fieldOf).join(',')}\r\n`)
  add(titles.map((text) => ({ text })))
  return { add, end: () => new Blob([BYTE_ORDER_MARK, ...lines], { type: 'text/csv;charset=utf-8' }) }
}

function fieldOf(cell: Cell): string {
  if (cell === null) return ''
  return 'number' in cell ? cell.number : quoted(harmless(cell.text))
}

/** A name that begins like a formula is shown with an apostrophe before it; a number that is one stays as it is. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
