/** Turns the rows that were read into a plan, by what each column means. Of the rows only one style's are held at a time. */
import { rmSync } from 'node:fs'
import type { ImportKind } from '../../contract/imports.ts'
import { planCustomerRow } from './plan-customers.ts'
import { planProduct, type Barcodes, type Planned } from './plan-products.ts'
import { planStockRow } from './plan-stock.ts'
import type { PlanEntry, Problem } from './plan.ts'
import { rowReaders, type Columns, type RowReader } from './reader-of-row.ts'
import { readLines, writeLines, type LineWriter } from './row-file.ts'
import { rowsRead } from './rows.ts'

export interface PlanTask extends Columns {
  readonly kind: ImportKind
  readonly rows: string
  readonly merges: string
  readonly plan: string
  readonly decimals: number
}

export interface PlanFacts {
  readonly total: number
  readonly notes: readonly Problem[]
  readonly noteCount: number
}

const MOST_NOTES = 200

export function writePlan(task: PlanTask): PlanFacts {
  const notes: Problem[] = []
  let noteCount = 0
  const noted = (more: readonly Problem[]) => {
    noteCount += more.length
    notes.push(...more.slice(0, MOST_NOTES - notes.length))
  }
  const lines = writeLines(task.plan)
  try {
    if (task.kind === 'products') writeProducts(task, lines, noted)
    else writeRows(task, lines, noted)
  } finally {
    lines.close()
  }
  return { total: lines.count, notes, noteCount }
}

function writeRows(task: PlanTask, lines: LineWriter, noted: (notes: readonly Problem[]) => void): void {
  const readerOf = rowReaders(task)
  const seen = new Map<string, number>()
  for (const row of rowsRead(task.rows, task.merges)) {
    const reader = readerOf(row)
    const entries =
      task.kind === 'customers' ? [planCustomerRow(reader, task.decimals, seen)] : planStockRow(reader, task.decimals)
    for (const entry of entries) lines.write(entry)
    noted(reader.notes)
  }
}

/** Stock comes after all products: goods must be known before they are counted. */
function writeProducts(task: PlanTask, lines: LineWriter, noted: (notes: readonly Problem[]) => void): void {
  const stockFile = `${task.plan}.stock`
  const stock = writeLines(stockFile)
  const put = ({ entry, stock: counted, notes }: Planned) => {
    lines.write(entry)
    for (const one of counted) stock.write(one)
    noted(notes)
  }
  try {
    const skipped = (row: number) => noted([{ row, code: 'ROW_SKIPPED', facts: {} }])
    for (const planned of productsOf(task, skipped)) put(planned)
  } finally {
    stock.close()
  }
  for (const { value } of readLines(stockFile)) lines.write(value)
  rmSync(stockFile)
}

/** A style is whole once its last row was read. */
function* productsOf(task: PlanTask, skipped: (row: number) => void): Generator<Planned> {
  const lastRows = new Map<string, number>()
  for (const { code, reader } of styles(task)) lastRows.set(code, reader.row.row)
  const barcodes: Barcodes = new Map()
  const open = new Map<string, RowReader[]>()
  for (const { code, reader } of styles(task, skipped)) {
    const readers = open.get(code) ?? []
    readers.push(reader)
    open.set(code, readers)
    if (lastRows.get(code) !== reader.row.row) continue
    open.delete(code)
    yield planProduct(code, readers, task.decimals, barcodes)
  }
}

/** What tells one piece of goods from another: a row without any of it is a sum or a remark below the table. */
const TELLING = ['styleCode', 'skuCode', 'name', 'barcode', 'colour', 'size', 'spec'] as const

/** A row without code and name belongs to the style above it. Where no code is given, a barcode or the name is one. */
function* styles(
  task: PlanTask,
  skipped: (row: number) => void = () => undefined,
): Generator<{ code: string; reader: RowReader }> {
  const readerOf = rowReaders(task)
  let above = ''
  for (const row of rowsRead(task.rows, task.merges)) {
    const reader = readerOf(row)
    if (TELLING.every((field) => reader.text(field) === '')) {
      skipped(row.row)
      continue
    }
    const own = reader.text('styleCode') || reader.text('skuCode')
    const name = reader.text('name')
    const isMore = own === '' && name === '' && above !== ''
    const code = isMore ? above : own || reader.text('barcode').split(/[,，\s]/)[0] || name.slice(0, 40)
    above = code
    yield { code: code || `#${row.row}`, reader }
  }
}

/** A plan from some position on. */
export function* entriesOf(plan: string, from = 0): Generator<{ entry: PlanEntry; next: number }> {
  for (const { value, next } of readLines(plan, from)) yield { entry: value as PlanEntry, next }
}
