/** Lays rows out to a width of half-width cells: the same lines go to the printer and, as text, to the screen. */
import { cellsOf, padded, printable, wrapped } from './cells.ts'
import type { Align, BarcodeRow, ColumnsRow, PairRow, PaperRow } from '../../contract/papers/rows.ts'

export interface PrintedLine {
  readonly line: 'text'
  readonly text: string
  /** Only text that fills no line is left to the printer to place. */
  readonly align: Align
  readonly large: boolean
  readonly bold: boolean
}
export type Line =
  PrintedLine | { readonly line: 'feed'; readonly lines: number } | ({ readonly line: 'barcode' } & Code)
type Code = Pick<BarcodeRow, 'symbology' | 'text'>

/** Between a name and its figure, and between two cells. */
const GAP = 1

export function layOut(rows: readonly PaperRow[], columns: number): Line[] {
  return rows.flatMap((row): Line[] => {
    switch (row.row) {
      case 'text':
        return row.text
          .split('\n')
          .flatMap((text) => wrapped(printable(text), row.large === true ? Math.floor(columns / 2) : columns))
          .map((text) => lineOf(text, row))
      case 'pair':
        return pair(row, row.large === true ? Math.floor(columns / 2) : columns).map((text) => lineOf(text, row))
      case 'columns':
        return sideBySide(row, columns).map((text) => lineOf(text, row))
      case 'rule':
        return [lineOf('-'.repeat(columns))]
      case 'barcode':
        return [{ line: 'barcode', symbology: row.symbology, text: row.text }]
      case 'feed':
        return [{ line: 'feed', lines: row.lines }]
    }
  })
}

interface Looks {
  readonly align?: Align
  readonly large?: boolean
  readonly bold?: boolean
}

const lineOf = (text: string, { align = 'left', large = false, bold = false }: Looks = {}): PrintedLine => ({
  line: 'text',
  text: text.trimEnd(),
  align,
  large,
  bold,
})

/** A name that leaves no room for its figure takes lines of its own above it. */
function pair({ left, right }: PairRow, columns: number): string[] {
  const name = printable(left)
  const figure = printable(right)
  const names = wrapped(name, columns)
  const last = names.at(-1) ?? ''
  const room = columns - cellsOf(last) - GAP
  if (cellsOf(figure) <= room) return [...names.slice(0, -1), last + padded(figure, columns - cellsOf(last), 'right')]
  return [...names, ...wrapped(figure, columns).map((text) => padded(text, columns, 'right'))]
}

function sideBySide({ cells }: ColumnsRow, columns: number): string[] {
  const widths = sharesOf(
    cells.map(({ share }) => share),
    columns,
  )
  const parts = cells.map(({ text, align = 'left' }, index) => {
    const width = widths[index] ?? 0
    const own = index === cells.length - 1 ? width : width - GAP
    return { lines: wrapped(printable(text), Math.max(2, own)), align, width, own }
  })
  const height = Math.max(...parts.map(({ lines }) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    parts.map(({ lines, align, width, own }) => padded(padded(lines[at] ?? '', own, align), width, 'left')).join(''),
  )
}

/** Whole cells in proportion to the shares; the last takes what is left over. */
function sharesOf(shares: readonly number[], columns: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((columns * share) / total))
  const rest = columns - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width))
}

/** The paper as text, every line as wide as printed; large letters are shown as small ones in their places. */
export function asText(lines: readonly Line[], columns: number): string[] {
  return lines.flatMap((line) => {
    if (line.line === 'feed') return Array<string>(line.lines).fill('')
    if (line.line === 'barcode') return [padded(`[${line.text}]`, columns, 'center').trimEnd()]
    return [padded(line.large ? spreadOut(line.text, columns) : line.text, columns, line.align).trimEnd()]
  })
}

/** A large pair keeps its figure at the edge of the paper. */
function spreadOut(text: string, columns: number): string {
  if (cellsOf(text) < Math.floor(columns / 2)) return text
  return text.replace(/ +(?=\S+$)/, (blanks) => ' '.repeat(blanks.length + columns - cellsOf(text)))
}
