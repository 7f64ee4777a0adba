import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { csvWriter } from './csv.ts'
import { cellsOf, type ExportColumn } from './exported.ts'
import { xlsxWriter } from './xlsx.ts'

interface Goods {
  readonly title: string
  readonly barcode: string
  readonly price: number
  readonly onHand: number
  readonly total: number
  readonly cost?: number
}

const COLUMNS: readonly ExportColumn<Goods>[] = [
  { key: 'title', title: '品名', kind: 'text', value: (row) => row.title },
  { key: 'barcode', title: '条码', kind: 'text', value: (row) => row.barcode },
  { key: 'price', title: '零售价', kind: 'price', value: (row) => row.price },
  { key: 'onHand', title: '库存', kind: 'quantity', value: (row) => row.onHand },
  { key: 'total', title: '金额', kind: 'money', value: (row) => row.total },
  { key: 'cost', title: '成本', kind: 'price', value: (row) => row.cost },
]
const TEA: Goods = {
  title: '龙井茶 "明前", 250g',
  barcode: '0690123450001',
  price: 1_285_000,
  onHand: -2_500,
  total: -12_345,
}

async function csvOf(...rows: Goods[]): Promise<string> {
  const writer = csvWriter(COLUMNS.map(({ title }) => title))
  for (const row of rows) writer.add(cellsOf(COLUMNS, row))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writer.end().arrayBuffer())
}

async function sheetOf(...rows: Goods[]): Promise<Record<string, string>> {
  const writer = xlsxWriter(
    COLUMNS.map(({ title }) => title),
    '商品/库存',
    2,
  )
  for (const row of rows) writer.add(cellsOf(COLUMNS, row))
  const files = unzipSync(new Uint8Array(await writer.end().arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

test('a CSV begins with its mark, quotes what needs it and keeps numbers plain', async () => {
  expect(await csvOf(TEA)).toBe(
    '\uFEFF品名,条码,零售价,库存,金额,成本\r\n"龙井茶 ""明前"", 250g",0690123450001,128.5,-2.5,-123.45,\r\n',
  )
})

test.each(['=1+1', '+86 138', '-5', '@SUM(A1)', '\t=1', '＝1', " =cmd|'/c calc'!A1"])(
  'a CSV holds no formula: %s',
  async (title) => {
    const [, line = ''] = (await csvOf({ ...TEA, title })).split('\r\n')
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test('in a workbook texts are text, also those of digits and signs, and numbers are numbers', async () => {
  const files = await sheetOf(TEA, { ...TEA, title: '=1+1 & <b>', cost: 600_001 })
  const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toContain('<c r="B2" s="1" t="inlineStr"><is><t xml:space="preserve">0690123450001</t></is></c>')
  expect(sheet).toContain('<c r="C2" s="0"><v>128.5</v></c>')
  expect(sheet).toContain('<c r="E2" s="2"><v>-123.45</v></c>')
  expect(sheet).toContain('<t xml:space="preserve">=1+1 &amp; &lt;b&gt;</t>')
  expect(sheet).toContain('<c r="F3" s="0"><v>60.0001</v></c>')
  expect(sheet).not.toContain('<f>')
  expect(files['xl/workbook.xml']).toContain('name="商品 库存"')
  expect(Object.keys(files)).toContain('[Content_Types].xml')
})

test('what XML cannot say is left out', async () => {
  const sheet = (await sheetOf({ ...TEA, title: 'a\u0007b\ud800c' }))['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toContain('>ab\ufffdc<')
})

test('a wide table goes on after Z', async () => {
  const titles = Array.from({ length: 28 }, (_, at) => `c${at}`)
  const files = unzipSync(new Uint8Array(await xlsxWriter(titles, 'wide', 0).end().arrayBuffer()))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('<c r="Z1"')
  expect(sheet).toContain('<c r="AB1"')
})
