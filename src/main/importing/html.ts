/** Rows of a web page that calls itself .xls: its largest table, as many old systems export. */
import { Parser } from 'htmlparser2'
import { textOf } from './encoding.ts'
import { MOST_COLUMNS_READ, notRead, type Merge, type Row, type Sheet } from './source.ts'

const MOST_SPAN = 1_000

/** Each table is a sheet; one within another belongs to the outer one. */
export function openHtml(file: string): readonly Sheet[] {
  let tables = 0
  let depth = 0
  const counter = new Parser({
    onopentag: (name) => {
      if (name !== 'table') return
      if (depth === 0) tables += 1
      depth += 1
    },
    onclosetag: (name) => {
      if (name === 'table') depth -= 1
    },
  })
  for (const text of textOf(file)) counter.write(text)
  counter.end()
  if (tables === 0) notRead()
  return Array.from({ length: tables }, (_, at) => tableOf(file, at))
}

function tableOf(file: string, wanted: number): Sheet {
  const merges: Merge[] = []
  return { name: '', merges: () => merges, rows: () => rowsOf(file, wanted, merges) }
}

function* rowsOf(file: string, wanted: number, merges: Merge[]): Generator<Row> {
  const ready: Row[] = []
  let table = -1
  let depth = 0
  let row = 0
  let cells: string[] = []
  let cell: { text: string; across: number } | null = null
  /** Columns that a cell of a row above reaches into, and the last such row. */
  const reached = new Map<number, number>()
  merges.length = 0

  const skipReached = () => {
    while ((reached.get(cells.length) ?? 0) >= row) cells.push('')
  }
  const endCell = () => {
    if (!cell) return
    cells.push(cell.text)
    for (let more = 1; more < cell.across; more += 1) cells.push('')
    cell = null
  }
  const parser = new Parser(
    {
      onopentag: (name, { colspan, rowspan }) => {
        if (name === 'table') {
          if (depth === 0) table += 1
          depth += 1
        }
        if (table !== wanted || depth !== 1) return
        if (name === 'tr') {
          row += 1
          cells = []
        } else if (name === 'td' || name === 'th') {
          skipReached()
          const down = span(rowspan)
          if (down > 1) {
            reached.set(cells.length, row + down - 1)
            merges.push({ column: cells.length, from: row, to: row + down - 1 })
          }
          cell = { text: '', across: Math.min(span(colspan), MOST_COLUMNS_READ) }
        } else if (name === 'br' && cell) cell.text += ' '
      },
      ontext: (text) => {
        if (cell) cell.text += text
      },
      onclosetag: (name) => {
        if (name === 'table') depth -= 1
        if (name === 'td' || name === 'th') endCell()
        if (name === 'tr' && table === wanted && depth === 1)
          ready.push({ row, cells: cells.slice(0, MOST_COLUMNS_READ) })
      },
    },
    { decodeEntities: true },
  )
  for (const text of textOf(file)) {
    parser.write(text)
    yield* ready.splice(0)
  }
  parser.end()
  yield* ready
}

const span = (said: string | undefined): number =>
  Math.min(Math.max(1, Number.parseInt(said ?? '1', 10) || 1), MOST_SPAN)
