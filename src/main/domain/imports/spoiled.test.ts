/** What spreadsheets and old systems leave in a file that is not what it looks like. */
import { beforeEach, expect, test } from 'vitest'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { bringIn } from '../../testing/importing.ts'
import { at } from '../../testing/trade.ts'

let shop: TestShop
beforeEach(() => (shop = aShop()))

const bring = (kind: 'products' | 'customers', text: string) => bringIn(shop.client, kind, Buffer.from(text.trim()))
const codes = ({ preview }: Awaited<ReturnType<typeof bring>>) =>
  preview?.problems.map(({ row, code, severity }) => [row, code, severity])

test('a long number that a spreadsheet spoiled is left out with a word, as barcode and as phone', async () => {
  const goods = await bring('products', '编号,品名,条码,零售价\nA1,龙井,6.90123E+12,128\nA2,普洱,6.90123E+12,198')
  expect(codes(goods)).toEqual([
    [2, 'NUMBER_SPOILED', 'note'],
    [3, 'NUMBER_SPOILED', 'note'],
  ])
  expect(goods.counts).toMatchObject({ created: 2, refused: 0 })
  expect(shop.rows('select * from barcodes')).toEqual([])

  const people = await bring('customers', '姓名,手机\n王一,1.38123E+10\n王二,1.38123E+10')
  expect(people.counts).toMatchObject({ created: 2, refused: 0 })
  expect(shop.rows('select phone from customers')).toEqual([{ phone: '' }, { phone: '' }])
})

test('new goods without a price wait among what is to be completed; known ones keep theirs', async () => {
  const first = await bring('products', '编号,品名,零售价\nA1,龙井,128\nA2,普洱,')
  expect(codes(first)).toEqual([[3, 'PRICE_MISSING', 'note']])
  const waiting = async () => (await shop.client.products.list({ incomplete: true })).rows.map(({ code }) => code)
  expect(await waiting()).toEqual(['A2'])

  const later = await bring('products', '编号,品名,零售价\nA1,西湖龙井,')
  expect(codes(later)).toEqual([])
  expect((await shop.client.products.list({ search: 'A1' })).rows).toMatchObject([
    { price: at(128), title: '西湖龙井' },
  ])
  expect(await waiting()).toEqual(['A2'])
})

test.each(['合计:,,,3', '本页合计,,,3', '共2条,,,3', '第1页,,,', ',,合计数量,3', ',,,3'])(
  'the row %j below the table belongs to no goods',
  async (footer) => {
    const done = await bring('products', `编号,品名,零售价,库存\nF1,毛巾,12,1\nF2,牙膏,8,2\n${footer}`)
    expect(done.counts).toMatchObject({ created: 2, refused: 0 })
    expect(shop.rows('select code from skus order by code')).toEqual([{ code: 'F1' }, { code: 'F2' }])
  },
)

test('a row that says only a colour and a size belongs to the style above it', async () => {
  const done = await bring('products', '款号,品名,颜色,尺码,零售价\nF1,衬衫,红,M,99\n,,红,L,99')
  expect(done.counts).toMatchObject({ created: 1, refused: 0 })
  expect(shop.rows('select variant from skus')).toHaveLength(2)
})
