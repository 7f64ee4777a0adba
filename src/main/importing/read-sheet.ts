/** Finds the sheet and its head, and writes the rows below it as plain lines, for planning them in any way later. */
import { writeFileSync } from 'node:fs'
import type { ImportKind } from '../../contract/imports.ts'
import { refuse } from '../domain/errors.ts'
import { cleanCell } from './cells.ts'
import { recognised } from './headers.ts'
import { openFile } from './open-file.ts'
import { writeLines } from './row-file.ts'
import { MOST_COLUMNS_READ, MOST_ROWS, tooLarge, type Row, type Sheet } from './source.ts'

export interface SheetFacts {
  readonly sheet: string
  readonly headerRow: number
  readonly rowCount: number
  readonly headers: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

interface Place {
  readonly file: string
  readonly rows: string
  readonly merges: string
}

const HEAD_WITHIN = 30
const MOST_SHEETS = 20
const SAMPLES = 3
/** 合计, 本页小计:, 共 12 条, 第 1 页. */
const TOTAL =
  /^(本[页頁])?([合总小共累][计計]|總計|total)([数數]量|金[额額])?[:：]?$|^共\d+[条條项項款行笔筆种種件](记录|記錄|商品)?$|^第\d+[页頁]/i

export async function readSheet({ file, rows, merges }: Place, kind: ImportKind): Promise<SheetFacts> {
  const opened = openFile(file)
  try {
    const found = await bestHead(opened.sheets.slice(0, MOST_SHEETS), kind)
    if (!found) refuse('FILE_EMPTY')
    const facts = await writeRows(found, rows)
    writeFileSync(merges, JSON.stringify(found.sheet.merges().filter(({ from }) => from > found.headerRow)))
    return facts
  } finally {
    opened.close()
  }
}

interface Head {
  readonly sheet: Sheet
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly score: number
}

/** The row with most names that are known; where none is known, the first row of at least two words. */
async function bestHead(sheets: readonly Sheet[], kind: ImportKind): Promise<Head | undefined> {
  let best: Head | undefined
  for (const sheet of sheets) {
    let looked = 0
    for await (const { row, cells } of sheet.rows()) {
      const headers = trimmed(cells.map(cleanCell))
      const score = scoreOf(headers, kind)
      if (score > (best?.score ?? 0)) best = { sheet, headerRow: row, headers, score }
      if ((looked += 1) >= HEAD_WITHIN) break
    }
  }
  return best
}

function scoreOf(headers: readonly string[], kind: ImportKind): number {
  const words = headers.filter((header) => header !== '').length
  if (words === 0) return 0
  const known = recognised(headers, kind).filter((field) => field !== null).length
  return known > 0 ? 1 + known : words > 1 ? 0.9 : 0.5
}

function trimmed(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, Math.min(last + 1, MOST_COLUMNS_READ))
}

async function writeRows({ sheet, headerRow, headers }: Head, file: string): Promise<SheetFacts> {
  const samples = headers.map((): string[] => [])
  const lines = writeLines(file)
  try {
    for await (const { row, cells } of sheet.rows()) {
      if (row <= headerRow) continue
      const clean = headers.map((_, at) => cleanCell(cells[at] ?? ''))
      if (saysNothing(clean)) continue
      if (lines.count >= MOST_ROWS) tooManyRows()
      lines.write({ row, cells: clean } satisfies Row)
      for (const [at, cell] of clean.entries()) {
        if (cell !== '' && (samples[at]?.length ?? SAMPLES) < SAMPLES) samples[at]?.push(cell.slice(0, 60))
      }
    }
  } finally {
    lines.close()
  }
  if (lines.count === 0) refuse('FILE_EMPTY')
  return { sheet: sheet.name, headerRow, rowCount: lines.count, headers, samples }
}

/** Empty rows, and the sums below a table. */
function saysNothing(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '')
  return first === undefined || TOTAL.test(first.replaceAll(' ', ''))
}

const tooManyRows = (): never => tooLarge(64)
