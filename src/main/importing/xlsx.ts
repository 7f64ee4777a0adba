/** Rows of a workbook of today (.xlsx): unpacked and parsed as a stream, so that only its shared texts are in memory. */
import { Parser } from 'htmlparser2'
import { builtInFormat, shownNumber } from './cells.ts'
import { MOST_COLUMNS_READ, notRead, tooLarge, type Merge, type Row, type Sheet } from './source.ts'
import { openZip, type Zip } from './zip.ts'

export interface Workbook {
  readonly sheets: readonly Sheet[]
  close(): void
}

interface Book {
  readonly zip: Zip
  readonly texts: readonly string[]
  readonly formats: readonly string[]
  readonly from1904: boolean
}

type Attributes = Readonly<Record<string, string>>
interface Ears {
  open?: (tag: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (tag: string) => void
}

const MOST_TEXT_MB = 128
const MOST_MERGES = 100_000

export function openXlsx(file: string): Workbook {
  const zip = openZip(file)
  try {
    const { sheets, from1904 } = contentsOf(zip)
    const book = { zip, texts: sharedTexts(zip), formats: formatsOf(zip), from1904 }
    return { sheets: sheets.map(({ name, path }) => sheetOf(book, name, path)), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Prefixes of namespaces are the writer's own affair. */
const plain = (name: string): string => name.slice(name.indexOf(':') + 1)

function* listen(zip: Zip, path: string, ears: Ears): Generator<undefined> {
  const decoder = new TextDecoder()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => ears.open?.(plain(name), attributes),
      ontext: (text) => ears.text?.(text),
      onclosetag: (name) => ears.close?.(plain(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (const chunk of zip.unpack(path)) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield undefined
  }
  parser.end()
  yield undefined
}

function hear(zip: Zip, path: string, ears: Ears): void {
  if (!zip.has(path)) return
  for (const _ of listen(zip, path, ears));
}

/** The visible sheets, in their order. */
function contentsOf(zip: Zip): { sheets: { name: string; path: string }[]; from1904: boolean } {
  const named: { name: string; key: string }[] = []
  let from1904 = false
  if (!zip.has('xl/workbook.xml')) notRead()
  hear(zip, 'xl/workbook.xml', {
    open: (tag, { name = '', state, date1904, ...others }) => {
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
      if (tag === 'sheet' && (state ?? 'visible') === 'visible') named.push({ name, key: relationOf(others) })
    },
  })
  const targets = new Map<string, string>()
  hear(zip, 'xl/_rels/workbook.xml.rels', {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets = named.flatMap(({ name, key }) => {
    const path = targets.get(key) ?? ''
    return zip.has(path) ? [{ name, path }] : []
  })
  return { sheets, from1904 }
}

const relationOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => plain(name) === 'id' && name !== 'id')?.[1] ?? ''

function sharedTexts(zip: Zip): string[] {
  const texts: string[] = []
  let text = ''
  let characters = 0
  const within = { t: false, rPh: false }
  hear(zip, 'xl/sharedStrings.xml', {
    open: (tag) => {
      if (tag === 'si') text = ''
      if (tag === 't' || tag === 'rPh') within[tag] = true
    },
    text: (piece) => {
      if (within.t && !within.rPh) text += piece
    },
    close: (tag) => {
      if (tag === 't' || tag === 'rPh') within[tag] = false
      if (tag !== 'si') return
      characters += text.length
      if (characters > MOST_TEXT_MB * 1024 * 1024) tooLarge(MOST_TEXT_MB)
      texts.push(text)
    },
  })
  return texts
}

/** The number format of each style of a cell. */
function formatsOf(zip: Zip): string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inCells = false
  hear(zip, 'xl/styles.xml', {
    open: (tag, { numFmtId = '0', formatCode = '' }) => {
      if (tag === 'numFmt') own.set(Number(numFmtId), formatCode)
      if (tag === 'cellXfs') inCells = true
      if (tag === 'xf' && inCells) formats.push(own.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId)))
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return formats
}

function sheetOf(book: Book, name: string, path: string): Sheet {
  const merges: Merge[] = []
  return { name, merges: () => merges, rows: () => rowsOf(book, path, merges) }
}

function* rowsOf(book: Book, path: string, merges: Merge[]): Generator<Row> {
  const ready: Row[] = []
  let row = 0
  let cells: string[] = []
  let cell: { column: number; type: string; style: number; value: string } | null = null
  let listening = false
  let phonetic = false
  merges.length = 0
  const ears: Ears = {
    open: (tag, { r = '', t = 'n', s = '0', ref = '' }) => {
      if (tag === 'row') {
        row = /^\d+$/.test(r) ? Number(r) : row + 1
        cells = []
      } else if (tag === 'c') {
        cell = { column: columnOf(r) ?? cells.length, type: t, style: Number(s), value: '' }
      } else if (tag === 'rPh') phonetic = true
      else if (tag === 'v' || tag === 't') listening = !phonetic
      else if (tag === 'mergeCell' && merges.length < MOST_MERGES) merges.push(...mergeOf(ref))
    },
    text: (piece) => {
      if (listening && cell) cell.value += piece
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') listening = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'c' && cell) {
        if (cell.column < MOST_COLUMNS_READ) put(cells, cell.column, shown(book, cell))
        cell = null
      } else if (tag === 'row') ready.push({ row, cells })
    },
  }
  for (const _ of listen(book.zip, path, ears)) {
    yield* ready.splice(0)
  }
}

function put(cells: string[], column: number, value: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = value
}

function shown({ texts, formats, from1904 }: Book, cell: { type: string; style: number; value: string }): string {
  if (cell.type === 's') return texts[Number(cell.value)] ?? ''
  if (cell.type === 'e') return '' // #N/A and its like say nothing
  if (cell.type !== 'n' || cell.value === '') return cell.value
  const value = Number(cell.value)
  return Number.isFinite(value) ? shownNumber(value, formats[cell.style] ?? 'General', from1904) : cell.value
}

/** `C7` is column 2. */
export function columnOf(reference: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d*$/.exec(reference)?.[1]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Of a merged block its first column, where it goes down. */
export function mergeOf(reference: string): Merge[] {
  const [first = '', last = ''] = reference.split(':')
  const [from, to] = [first, last].map((corner) => Number(/\d+/.exec(corner)?.[0] ?? 0)) as [number, number]
  const column = columnOf(first)
  return column === undefined || to <= from ? [] : [{ column, from, to }]
}
