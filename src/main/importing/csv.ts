/** Rows of a text file whose delimiter is found: a comma, a semicolon or a tab. */
import { CsvError, Parser } from 'csv-parse'
import { pipeline, Readable } from 'node:stream'
import { textOf } from './encoding.ts'
import { notRead, type Row, type Sheet } from './source.ts'

const DELIMITERS = [',', ';', '\t'] as const
const LINES_LOOKED_AT = 20
const LONGEST_RECORD = 1024 * 1024

export function csvSheet(file: string): Sheet {
  return { name: '', rows: () => rowsOf(file), merges: () => [] }
}

async function* rowsOf(file: string): AsyncGenerator<Row> {
  const [beginning = ''] = textOf(file)
  const parser = new Parser({
    bom: true,
    delimiter: delimiterOf(beginning),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  })
  pipeline(Readable.from(textOf(file)), parser, () => undefined)
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: (row += 1), cells }
  } catch (error) {
    if (error instanceof CsvError) notRead()
    throw error
  }
}

/** The one that most lines have most of, outside of quotes. */
export function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT)
  const usual = (delimiter: string) =>
    lines.map((line) => line.split(delimiter).length - 1).toSorted((a, b) => a - b)[lines.length >> 1] ?? 0
  return DELIMITERS.toSorted((a, b) => usual(b) - usual(a))[0] ?? ','
}
