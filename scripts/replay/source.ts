/** Reads a wholesaler's year: one line of the file per line of a document, gzipped or plain. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { CsvError, parse } from 'csv-parse'
import type { Quantity, UnitPrice } from '../../src/contract/values.ts'
import { amountOfUnits, inUnits, parseExact, productOf } from './exact.ts'
import { ReplayFailure } from './failure.ts'

export interface SourceLine {
  /** In upper case: the same code is written both ways. */
  readonly code: string
  readonly description: string
  readonly quantity: Quantity
  readonly price: UnitPrice
  /** The exact amount of a line whose numbers are finer or larger than the shop can keep; else null. */
  readonly beyond: bigint | null
}

export interface SourceDocument {
  readonly number: string
  /** Empty for someone who just walked in. */
  readonly customer: string
  /** Wall-clock time of its first line, `2010-12-01 08:26:00`. */
  readonly localTime: string
  readonly lines: readonly SourceLine[]
}

const QUANTITY_DECIMALS = 3
const PRICE_DECIMALS = 4
const COLUMNS = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'] as const
type Column = (typeof COLUMNS)[number]
type Row = (column: Column) => string

/** The exact amount of a line, quantity × price as in the file. */
export function exactAmountOf({ quantity, price, beyond }: SourceLine): bigint {
  return beyond ?? amountOfUnits(BigInt(quantity) * BigInt(price), QUANTITY_DECIMALS + PRICE_DECIMALS)
}

/** All documents in the order of their first lines; a document's lines need not stand together. */
export async function readSource(file: string): Promise<readonly SourceDocument[]> {
  const source = createReadStream(file)
  const parser = parse({ bom: true, skip_empty_lines: true })
  const collect = (rows: AsyncIterable<string[]>) => documentsOf(rows)
  try {
    return file.endsWith('.gz')
      ? await pipeline(source, createGunzip(), parser, collect)
      : await pipeline(source, parser, collect)
  } catch (error) {
    throw inOneSentence(file, error)
  }
}

async function documentsOf(rows: AsyncIterable<string[]>): Promise<readonly SourceDocument[]> {
  const documents = new Map<string, SourceDocument & { readonly lines: SourceLine[] }>()
  const known = new Map<string, string>()
  const once = (text: string) => known.get(text) ?? (known.set(text, text), text)
  let positions: ReadonlyMap<Column, number> | undefined
  let lineNumber = 0
  for await (const cells of rows) {
    lineNumber += 1
    if (!positions) {
      positions = columnsOf(cells)
      continue
    }
    const at = positions
    const row: Row = (column) => (cells[at.get(column) ?? -1] ?? '').trim()
    const number = row('InvoiceNo')
    let document = documents.get(number)
    if (!document) documents.set(number, (document = { ...headerOf(row, lineNumber, once), lines: [] }))
    document.lines.push(lineOf(row, lineNumber, once))
  }
  if (!positions) throw new ReplayFailure('the file is empty')
  return [...documents.values()]
}

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const missing = COLUMNS.filter((column) => !header.includes(column))
  if (missing.length > 0) throw new ReplayFailure(`these columns are missing: ${missing.join(', ')}`)
  return new Map(COLUMNS.map((column) => [column, header.indexOf(column)]))
}

function headerOf(row: Row, lineNumber: number, once: (text: string) => string): Omit<SourceDocument, 'lines'> {
  const localTime = row('InvoiceDate')
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(localTime) || Number.isNaN(Date.parse(`${localTime}Z`))) {
    throw new ReplayFailure(`line ${lineNumber}: InvoiceDate “${localTime}” is not a time`)
  }
  // Customers' numbers went through a spreadsheet: 17850.0
  return { number: row('InvoiceNo'), customer: once(row('CustomerID').replace(/\.0+$/, '')), localTime }
}

function lineOf(row: Row, lineNumber: number, once: (text: string) => string): SourceLine {
  const exactly = (column: 'Quantity' | 'UnitPrice') => {
    const found = parseExact(row(column))
    if (found === undefined) throw new ReplayFailure(`line ${lineNumber}: ${column} “${row(column)}” is not a number`)
    return found
  }
  const exact = { quantity: exactly('Quantity'), price: exactly('UnitPrice') }
  const quantity = inUnits(exact.quantity, QUANTITY_DECIMALS)
  const price = inUnits(exact.price, PRICE_DECIMALS)
  return {
    code: once(row('StockCode').toUpperCase()),
    description: once(row('Description')),
    quantity: (quantity ?? 0) as Quantity,
    price: (price ?? 0) as UnitPrice,
    beyond: quantity === undefined || price === undefined ? productOf(exact.quantity, exact.price) : null,
  }
}

function inOneSentence(file: string, error: unknown): unknown {
  if (error instanceof ReplayFailure) return new ReplayFailure(`${file}: ${error.message}`, { cause: error })
  if (error instanceof CsvError)
    return new ReplayFailure(`${file} is not well-formed: ${error.message}`, { cause: error })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return new ReplayFailure(`there is no file ${file}`, { cause: error })
  if (code === 'EISDIR' || code === 'EACCES') return new ReplayFailure(`${file} cannot be read`, { cause: error })
  if (code.startsWith('Z_')) return new ReplayFailure(`${file} is damaged, or not gzipped`, { cause: error })
  return error
}
