/** Rows of an old workbook (.xls, BIFF8). Read whole, hence small files only, and only ever in a thread of its own. */
import { readFileSync, statSync } from 'node:fs'
import { read, utils, type CellObject, type WorkSheet } from 'xlsx'
import { shownNumber } from './cells.ts'
import { MOST_COLUMNS_READ, notRead, tooLarge, type Row, type Sheet } from './source.ts'

const MOST_MB = 24
/** Names of streams within the compound file, in UTF-16. */
const streamName = (name: string) => Buffer.from(`${name}\0`, 'utf16le')

/** BIFF5 (`Book`), encrypted files (`EncryptedPackage`) and other papers have no stream called Workbook. */
export function openXls(file: string): readonly Sheet[] {
  if (statSync(file).size > MOST_MB * 1024 * 1024) tooLarge(MOST_MB)
  const bytes = readFileSync(file)
  if (!bytes.includes(streamName('Workbook')) || bytes.includes(streamName('EncryptedPackage'))) notRead()
  const book = readBook(bytes)
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name]
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
    return sheet && !hidden ? [sheetOf(name, sheet, from1904)] : []
  })
}

function readBook(bytes: Buffer) {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    })
  } catch {
    notRead() // damaged, or under a password
  }
}

function sheetOf(name: string, sheet: WorkSheet, from1904: boolean): Sheet {
  const merges = (sheet['!merges'] ?? [])
    .filter(({ s, e }) => e.r > s.r)
    .map(({ s, e }) => ({ column: s.c, from: s.r + 1, to: e.r + 1 }))
  return { name, merges: () => merges, rows: () => rowsOf(sheet, from1904) }
}

function* rowsOf(sheet: WorkSheet, from1904: boolean): Generator<Row> {
  const { s: first, e: last } = utils.decode_range(sheet['!ref'] ?? 'A1:A1')
  const lines = sheet as unknown as readonly (readonly (CellObject | undefined)[] | undefined)[]
  for (let row = first.r; row <= last.r; row += 1) {
    const line = lines[row]
    if (line)
      yield { row: row + 1, cells: Array.from(line.slice(0, MOST_COLUMNS_READ), (cell) => shown(cell, from1904)) }
  }
}

function shown(cell: CellObject | undefined, from1904: boolean): string {
  if (cell?.v === undefined || cell.t === 'z') return ''
  if (cell.t === 'n') return shownNumber(Number(cell.v), typeof cell.z === 'string' ? cell.z : 'General', from1904)
  return cell.t === 'e' ? '' : String(cell.v)
}
