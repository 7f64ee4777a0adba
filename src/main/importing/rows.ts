/** The rows that were read, with what merged cells mean filled in. */
import { readFileSync } from 'node:fs'
import { readLines } from './row-file.ts'
import type { Merge, Row } from './source.ts'

export function* rowsRead(rows: string, merges: string): Generator<Row> {
  const waiting = (JSON.parse(readFileSync(merges, 'utf8')) as Merge[]).toSorted((a, b) => a.from - b.from)
  const open = new Map<number, { to: number; text: string }>()
  let at = 0
  for (const { value } of readLines(rows)) {
    const { row, cells } = value as { row: number; cells: string[] }
    for (let next = waiting[at]; next && next.from <= row; next = waiting[(at += 1)]) {
      if (next.to >= row) open.set(next.column, { to: next.to, text: cells[next.column] ?? '' })
    }
    for (const [column, { to, text }] of open) {
      if (row > to) open.delete(column)
      else if (cells[column] === '') cells[column] = text
    }
    yield { row, cells }
  }
}
