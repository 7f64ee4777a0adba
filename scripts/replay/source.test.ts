import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { exactAmountOf, readSource } from './source.ts'

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'

function aFile(lines: readonly string[], { header = HEADER, name = 'year.csv' } = {}): string {
  const file = join(aFolder(), name)
  const text = [header, ...lines, ''].join('\n')
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text)
  return file
}

const lantern = '536365,71053,WHITE METAL LANTERN ,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom'
const heart = '536365,85123a,"HEART, WHITE",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom'

test.each(['year.csv', 'year.csv.gz'])('a document is read with its lines, codes in one case: %s', async (name) => {
  expect(await readSource(aFile([lantern, heart], { name }))).toEqual([
    {
      number: '536365',
      customer: '17850',
      localTime: '2010-12-01 08:26:00',
      lines: [
        { code: '71053', description: 'WHITE METAL LANTERN', quantity: 6_000, price: 33_900, beyond: null },
        { code: '85123A', description: 'HEART, WHITE', quantity: 6_000, price: 25_500, beyond: null },
      ],
    },
  ])
})

test('lines of a document that stand apart belong together, at the time of the first', async () => {
  const other = 'C542805,85054,ENAMEL POT,-1,2011-02-01 11:19:00,2.95,14606.0,United Kingdom'
  const documents = await readSource(aFile([lantern, other, heart.replace('08:26', '08:27')]))
  expect(documents.map(({ number, localTime, lines }) => [number, localTime, lines.length])).toEqual([
    ['536365', '2010-12-01 08:26:00', 2],
    ['C542805', '2011-02-01 11:19:00', 1],
  ])
})

test('a price that the shop cannot keep is counted to its last decimal all the same', async () => {
  const fine = lantern.replace(',3.39,', ',0.00001,')
  const [document] = await readSource(aFile([fine]))
  expect(document?.lines.map(exactAmountOf)).toEqual([6n * 10n ** 15n])
})

describe('what cannot be read is said in one sentence', () => {
  test('no file', async () => {
    await expect(readSource(join(aFolder(), 'none.csv.gz'))).rejects.toThrow(/^there is no file .*none\.csv\.gz$/)
  })

  test('not gzipped', async () => {
    const file = join(aFolder(), 'year.csv.gz')
    writeFileSync(file, 'InvoiceNo')
    await expect(readSource(file)).rejects.toThrow(/damaged, or not gzipped/)
  })

  test('other columns', async () => {
    const file = aFile([], { header: 'InvoiceNo,Quantity,UnitPrice' })
    await expect(readSource(file)).rejects.toThrow(
      /columns are missing: StockCode, Description, InvoiceDate, CustomerID$/,
    )
  })

  test('nothing at all', async () => {
    const file = join(aFolder(), 'empty.csv')
    writeFileSync(file, '')
    await expect(readSource(file)).rejects.toThrow(/empty/)
  })

  test('words where a number or a time should be', async () => {
    await expect(readSource(aFile([lantern.replace(',6,', ',six,')]))).rejects.toThrow(
      /line 2: Quantity “six” is not a number/,
    )
    const someday = lantern.replace('2010-12-01 08:26:00', 'someday')
    await expect(readSource(aFile([heart, someday.replace('536365', '536366')]))).rejects.toThrow(/line 3: InvoiceDate/)
  })

  test('a line with too few cells', async () => {
    await expect(readSource(aFile(['536365,71053']))).rejects.toThrow(/not well-formed/)
  })
})
