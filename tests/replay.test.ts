import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import type { Report } from '../scripts/replay/report.ts'
import { replay } from '../scripts/replay/run.ts'
import { openReader } from '../src/main/database/connection.ts'
import { aFolder } from '../src/main/testing/a-folder.ts'

const YEAR = join(import.meta.dirname, '../../shared/data/online-retail/online-retail.csv.gz')
const COMMAND = join(import.meta.dirname, '../scripts/replay.ts')
const ABSENT = 'needs ../shared/data/online-retail, which is not here'
/** One of the year's four prices with three decimals is in it. */
const MONTH = '2011-04'
const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'

/** A replay waits for the disk thousands of times. */
const A_WHILE = 400_000

const silent = { advance: () => undefined, end: () => undefined }

/** @param steps after which it is stopped */
function run(file: string, folder: string, steps = Infinity): Promise<Report | null> {
  let left = steps
  const turn = () => Promise.resolve((left -= 1) > 0)
  return replay({ file, folder, pace: { turn }, progress: () => silent, say: () => undefined, faults: [] })
}

async function whole(file: string, folder: string): Promise<Report> {
  const report = await run(file, folder)
  if (!report) throw new Error('the replay was stopped')
  return report
}

const timeless = (report: Report) => ({ ...report, linesPerSecond: 0 })

/** Plain SQL on the shop's own file. */
function ask(folder: string, sql: string): unknown[] {
  const reader = openReader(join(folder, 'shop.db'))
  try {
    return reader.sqlite.prepare(sql).safeIntegers().raw().all()
  } finally {
    reader.close()
  }
}

const headOf = (folder: string) => ask(folder, 'SELECT seq, hash FROM commands ORDER BY seq DESC LIMIT 1')

describe('a month of a real year', () => {
  const isHere = existsSync(YEAR)
  const mustBeHere = (context: TestContext) => context.skip(!isHere, ABSENT)
  const folders: string[] = []
  let file: string
  let folder: string
  let report: Report

  const newFolder = () => {
    const made = mkdtempSync(join(tmpdir(), 'guitai-replay-'))
    folders.push(made)
    return made
  }

  beforeAll(async () => {
    if (!isHere) return
    folder = newFolder()
    file = join(folder, 'month.csv')
    writeFileSync(file, monthOf(gunzipSync(readFileSync(YEAR)).toString()))
    report = await whole(file, folder)
  }, A_WHILE)
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true })
  })

  test('is booked to the last digit', (context) => {
    mustBeHere(context)
    const rows = parse<Record<string, string>>(readFileSync(file), { columns: true })
    const thousandths = rows.reduce(
      (sum, row) => sum + BigInt(row.Quantity ?? '') * thousandthsOf(row.UnitPrice ?? ''),
      0n,
    )
    expect(report.lines.total).toBe(rows.length)
    expect(report.lines.booked + report.lines.refused).toBe(rows.length)
    expect(report.lines.refused).toBeLessThanOrEqual(rows.length * 0.02)
    expect(thousandthsOf(report.amount.total)).toBe(thousandths)
    expect(thousandthsOf(report.amount.booked) + thousandthsOf(report.amount.refused)).toBe(thousandths)
    expect(report.amount.total).toMatch(/\.\d\d1$/)
  })

  test('leaves every invariant true', (context) => {
    mustBeHere(context)
    const broken = Object.entries(report.invariants).filter(([, holds]) => !holds)
    expect(broken).toEqual([])
    expect(Object.keys(report.invariants)).toEqual(expect.arrayContaining(['levelsEqualMovements', 'totalsEqualFile']))
  })

  test('adds up the same by plain SQL', (context) => {
    mustBeHere(context)
    const [[lines, amount, rounded] = []] = ask(
      folder,
      `SELECT count(*), sum(document_lines.quantity * unit_price) / 10000, sum(amount)
       FROM document_lines JOIN documents ON documents.id = document_id WHERE channel = 'online-retail'`,
    ) as bigint[][]
    expect(lines).toBe(BigInt(report.lines.booked))
    expect(amount).toBe(thousandthsOf(report.amount.booked))
    expect(rounded).toBe(thousandthsOf(report.bookedRounded) / 10n)
  })

  test('its months and reasons add up to its whole', (context) => {
    mustBeHere(context)
    const { months, reasons } = report
    const sum = (rows: readonly { amount: string }[]) =>
      rows.reduce((total, row) => total + thousandthsOf(row.amount), 0n)
    expect(sum(months)).toBe(thousandthsOf(report.amount.total))
    expect(months.reduce((lines, row) => lines + row.lines, 0)).toBe(report.lines.total)
    expect(sum(Object.values(reasons))).toBe(thousandthsOf(report.amount.refused))
    const kinds = ['sale', 'return', 'return-without-receipt', 'adjustment', 'service', 'discount']
    expect(months.map(({ month, kind }) => [month, kind])).toEqual(kinds.map((kind) => [MONTH, kind]))
  })

  test('books nothing when it is replayed again', async (context) => {
    mustBeHere(context)
    const before = headOf(folder)
    expect(timeless(await whole(file, folder))).toEqual(timeless(report))
    expect(headOf(folder)).toEqual(before)
  })

  test(
    'stopped and resumed it is the same as in one run',
    async (context) => {
      mustBeHere(context)
      const other = newFolder()
      expect(await run(file, other, 1_500)).toBeNull() // among the products
      expect(await run(file, other, 2_600)).toBeNull() // among the documents
      expect(timeless(await whole(file, other))).toEqual(timeless(report))
      const papers = `SELECT kind, number, channel_number, customer_id, total, cost, recorded_at FROM documents ORDER BY id`
      expect(ask(other, papers)).toEqual(ask(folder, papers))
    },
    A_WHILE,
  )
})

describe('a day with every oddity', () => {
  const LINES = [
    '1,22139,TEA SET,10,2011-05-03 09:00:00,4.25,100.0,United Kingdom',
    '1,22139,TEA SET,2,2011-05-03 09:00:00,0.001,100.0,United Kingdom',
    '1,POST,POSTAGE,1,2011-05-03 09:00:00,18.0,100.0,United Kingdom',
    '2,22139b,TEA CUP,3,2011-05-03 09:05:00,1.5,,United Kingdom',
    '2,22139B,,-1,2011-05-03 09:05:00,0.0,,United Kingdom',
    '2,22139B,broken,-1,2011-05-03 09:05:00,0.0,,United Kingdom',
    'C3,22139,TEA SET,-4,2011-05-03 10:00:00,4.25,100.0,United Kingdom',
    'C3,22139,TEA SET,-4,2011-05-03 10:00:00,5.25,100.0,United Kingdom',
    'C3,22139,TEA SET,-4,2011-05-03 10:00:00,4.25,100.0,United Kingdom',
    'C3,POST,POSTAGE,-1,2011-05-03 10:00:00,18.0,100.0,United Kingdom',
    'C3,D,Discount,-1,2011-05-03 10:00:00,2.5,100.0,United Kingdom',
    'C4,22139b,TEA CUP,-3,2011-05-03 10:30:00,99.0,,United Kingdom',
    'A5,B,Adjust bad debt,1,2011-05-03 11:00:00,-11062.06,,United Kingdom',
    '6,22139,TEA SET,1,2011-05-03 12:00:00,0.00001,100.0,United Kingdom',
    '6,D,Discount,-1,2011-05-04 12:00:00,5.0,100.0,United Kingdom',
    '6,22139,TEA SET,1,2011-05-04 12:00:00,5.0,100.0,United Kingdom',
    '7,D,Discount,-1,2011-05-04 12:30:00,5.0,,United Kingdom',
  ]

  let folder: string
  let file: string

  async function replayed(lines: readonly string[] = LINES): Promise<Report> {
    folder = aFolder()
    file = join(folder, 'day.csv')
    writeFileSync(file, [HEADER, ...lines, ''].join('\n'))
    return whole(file, folder)
  }

  test('is booked by kind, the rest refused by reason, and everything adds up', async () => {
    const report = await replayed()
    expect(report.lines).toEqual({ total: 17, booked: 14, refused: 3 })
    expect(report.amount).toEqual({ total: '-11374.55799', booked: '-307.498', refused: '-11067.05999' })
    expect(report.bookedRounded).toBe('-307.50')
    expect(Object.entries(report.reasons).map(([reason, { lines }]) => [reason, lines])).toEqual([
      ['bad-debt document', 1],
      ['number too fine or too large', 1],
      ['refused by the shop: DISCOUNT_TOO_LARGE', 1],
    ])
    expect(report.months.map(({ kind, documents, lines }) => [kind, documents, lines])).toEqual([
      ['sale', 3, 4],
      ['return', 1, 2],
      ['return-without-receipt', 2, 2],
      ['adjustment', 1, 2],
      ['service', 2, 2],
      ['discount', 2, 2],
      ['refused', 3, 3],
    ])
    expect(Object.entries(report.invariants).filter(([, holds]) => !holds)).toEqual([])
  })

  test('customers buy on account, the others for cash into a shift that is counted in the evening', async () => {
    await replayed()
    const shifts = `SELECT business_day, float, counted - expected, closed_at IS NOT NULL FROM shifts ORDER BY id`
    expect(ask(folder, shifts)).toEqual([['2011-05-03', 29_250n, 0n, 1n]])
    expect(
      ask(folder, 'SELECT code, owed FROM customers JOIN customer_accounts ON customer_id = customers.id'),
    ).toEqual([['100', 4_250n + 1_800n - 1_700n - 2_100n - 1_700n - 1_800n - 250n]])
  })

  test('each paper bears the time of its first line, and its number in the file', async () => {
    await replayed()
    const papers = `SELECT kind, channel_number, reason, recorded_at FROM documents WHERE channel = 'online-retail' ORDER BY id`
    const at = (time: string) => BigInt(Date.parse(`2011-05-03T${time}:00+01:00`))
    expect(ask(folder, papers)).toEqual([
      ['sale', '1', '', at('09:00')],
      ['sale', '2', '', at('09:05')],
      ['adjustment', '2', 'no reason given', at('09:05')],
      ['adjustment', '2/2', 'broken', at('09:05')],
      ['customerReturn', 'C3', '', at('10:00')],
      ['customerReturn', 'C4', '', at('10:30')],
      ['sale', '6', '', at('12:00')],
    ])
  })

  test('stopped in the middle, it ends the same', async () => {
    const report = timeless(await replayed())
    for (const steps of [3, 6, 9]) {
      const other = aFolder()
      expect(await run(file, other, steps)).toBeNull()
      expect(timeless(await whole(file, other))).toEqual(report)
    }
  })

  test('the command writes the report, says what came of it, and how the owner signs in', async () => {
    folder = aFolder()
    const args = ['day.csv', '--shop', 'shop', '--report', 'report.json']
    writeFileSync(join(folder, 'day.csv'), [HEADER, ...LINES, ''].join('\n'))
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { cwd: folder })
    expect(stdout).toContain('14 of 17 lines booked, 3 refused')
    expect(stdout).toContain('every invariant holds')
    expect(stderr).toMatch(/Owner signs in with the password \S{12}\n/)
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ bookedRounded: '-307.50' })
  })

  test('a file that has grown books what is new in it', async () => {
    await replayed(LINES.slice(0, 6))
    const before = ask(folder, 'SELECT count(*) FROM documents')
    writeFileSync(file, [HEADER, ...LINES, ''].join('\n'))
    const report = await whole(file, folder)
    expect(report.lines).toMatchObject({ booked: 14, refused: 3 })
    expect(Object.entries(report.invariants).filter(([, holds]) => !holds)).toEqual([])
    expect(ask(folder, 'SELECT count(*) FROM documents')).not.toEqual(before)
  })
})

function monthOf(year: string): string {
  const lines = year.split('\n').filter((line) => line.includes(`,${MONTH}-`))
  return [HEADER, ...lines, ''].join('\n')
}

/** Pounds of at most three decimals. */
function thousandthsOf(pounds: string): bigint {
  const [whole = '', fraction = ''] = pounds.replace('-', '').split('.')
  return BigInt(`${pounds.startsWith('-') ? '-' : ''}${whole}${fraction.padEnd(3, '0')}`)
}
