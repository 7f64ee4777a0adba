import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { utils, write, type BookType, type WorkSheet } from 'xlsx'
import { aFolder } from '../testing/a-folder.ts'
import { openFile } from './open-file.ts'
import { readSheet } from './read-sheet.ts'
import { rowsRead } from './rows.ts'

const TABLE = [
  ['款号', '品名', '条码', '零售价'],
  ['A01', '女士大衣', '6912345678901', '399'],
  ['0012', '真丝围巾', '6912345678918', '128.5'],
]

function saved(bytes: Buffer | string): string {
  const file = join(aFolder(), 'file')
  writeFileSync(file, bytes)
  return file
}

function workbook(sheet: WorkSheet, bookType: BookType): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '商品')
  return write(book, { type: 'buffer', bookType }) as Buffer
}

async function read(bytes: Buffer | string) {
  const file = saved(bytes)
  const place = { file, rows: `${file}.rows`, merges: `${file}.merges` }
  const facts = await readSheet(place, 'products')
  return { facts, rows: [...rowsRead(place.rows, place.merges)].map(({ cells }) => cells) }
}

const asCsv = (delimiter: string) => TABLE.map((row) => row.join(delimiter)).join('\r\n')
const asHtml = `<html><head><meta charset="gb2312"></head><body><table><tr><td colspan="4">商品资料</td></tr>${TABLE.map(
  (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
).join('')}</table></body></html>`

describe('the same table is read from', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(asCsv(','))],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${asCsv(',')}`)],
    ['GB18030 without BOM', iconv.encode(asCsv(','), 'gb18030')],
    ['UTF-16', iconv.encode(asCsv('\t'), 'utf-16le', { addBOM: true })],
    ['semicolons', Buffer.from(asCsv(';'))],
    ['tabs', iconv.encode(asCsv('\t'), 'gb18030')],
    ['XLSX', workbook(utils.aoa_to_sheet(TABLE), 'xlsx')],
    ['XLS of 1997', workbook(utils.aoa_to_sheet(TABLE), 'biff8')],
    ['a web page called .xls', iconv.encode(asHtml, 'gb18030')],
    ['a web page in UTF-8', Buffer.from(asHtml)],
  ])('%s', async (_, bytes) => {
    const { facts, rows } = await read(bytes)
    expect(facts.headers).toEqual(TABLE[0])
    expect(rows).toEqual(TABLE.slice(1))
  })
})

describe.each<BookType>(['xlsx', 'biff8'])('a workbook (%s)', (type) => {
  test('shows long numbers, zeros, sums and dates as people see them', async () => {
    const sheet = utils.aoa_to_sheet([['款号', '品名', '条码', '零售价', '日期']])
    const row = [
      { t: 'n', v: 12, z: '0000' },
      { t: 's', v: '围巾' },
      { t: 'n', v: 6912345678901, z: 'General' },
      { t: 'n', v: 0.1 + 0.2, f: '0.1+0.2' },
      { t: 'n', v: 46_000, z: 'yyyy-mm-dd' },
    ] as const
    for (const [at, cell] of row.entries()) sheet[utils.encode_cell({ r: 1, c: at })] = { ...cell }
    sheet['!ref'] = 'A1:E2'
    expect((await read(workbook(sheet, type))).rows).toEqual([['0012', '围巾', '6912345678901', '0.3', '2025-12-09']])
  })

  test('cells that are merged downwards mean every row', async () => {
    const sheet = utils.aoa_to_sheet([
      ['商品资料表', '', ''],
      ['款号', '品名', '颜色'],
      ['A01', '大衣', '红'],
      ['', '', '黑'],
      ['B02', '围巾', '白'],
      ['合计', '', ''],
    ])
    sheet['!merges'] = ['A1:C1', 'A3:A4', 'B3:B4'].map((range) => utils.decode_range(range))
    const { facts, rows } = await read(workbook(sheet, type))
    expect(facts).toMatchObject({ headerRow: 2, rowCount: 3, sheet: '商品' })
    expect(rows).toEqual([
      ['A01', '大衣', '红'],
      ['A01', '大衣', '黑'],
      ['B02', '围巾', '白'],
    ])
  })

  test('the sheet with the goods is found behind others', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['请勿修改']]), '说明')
    utils.book_append_sheet(book, utils.aoa_to_sheet(TABLE), '资料')
    const { facts } = await read(write(book, { type: 'buffer', bookType: type }) as Buffer)
    expect(facts).toMatchObject({ sheet: '资料', rowCount: 2 })
  })
})

test('what keeps spreadsheets from counting is taken off', async () => {
  const { rows } = await read('款号,品名,条码\n="0012",围巾,\'6912345678901\n')
  expect(rows).toEqual([['0012', '围巾', '6912345678901']])
})

test('headers may repeat, and one column is a table too', async () => {
  expect((await read('品名,品名\n大衣,外套\n')).facts.headers).toEqual(['品名', '品名'])
  expect((await read('品名\n大衣\n')).rows).toEqual([['大衣']])
})

describe('is refused, with a word on what to do:', () => {
  const biff5 = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('Book\0', 'utf16le'),
  ])
  const encrypted = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('EncryptedPackage\0Workbook\0', 'utf16le'),
  ])
  const binary = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256))
  const zip = (files: Record<string, string>) =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
  const xlsx = workbook(utils.aoa_to_sheet(TABLE), 'xlsx')
  test.each<[string, Buffer | string, string]>([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a head alone', '款号,品名\n', 'FILE_EMPTY'],
    ['a picture', binary, 'FILE_NOT_READ'],
    ['a PDF', '%PDF-1.7 …', 'FILE_NOT_READ'],
    ['a workbook of 1995', biff5, 'FILE_NOT_READ'],
    ['a workbook under a password', encrypted, 'FILE_NOT_READ'],
    ['a zip of something else', zip({ 'a.txt': 'a' }), 'FILE_NOT_READ'],
    ['a workbook cut off', xlsx.subarray(0, xlsx.length >> 1), 'FILE_NOT_READ'],
    ['a page without a table', '<html><body>你好</body></html>', 'FILE_NOT_READ'],
    ['a table in XML', '<?xml version="1.0"?><Workbook></Workbook>', 'FILE_NOT_READ'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code })
  })

  test('a zip that unfolds without end', async () => {
    const megabyte = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH })
    const packed = Buffer.concat([...Array<Buffer>(520).fill(megabyte), deflateRawSync('')])
    const bomb = zipOf('xl/worksheets/sheet1.xml', packed, {
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    })
    await expect(read(bomb)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  }, 120_000)
})

test('an opened file lets go of it', () => {
  const { sheets, close } = openFile(saved(workbook(utils.aoa_to_sheet(TABLE), 'xlsx')))
  expect(sheets).toHaveLength(1)
  close()
})

/** A zip with one entry that is packed already. */
function zipOf(name: string, packed: Buffer, others: Record<string, string>): Buffer {
  const entries = [
    { name, packed },
    ...Object.entries(others).map(([key, text]) => ({ name: key, packed: deflateRawSync(text) })),
  ]
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(entry.name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(entry.packed.length, 20)
    central.writeUInt16LE(entry.name.length, 28)
    central.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(entry.name), entry.packed)
    directory.push(central, Buffer.from(entry.name))
    offset += 30 + entry.name.length + entry.packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}
