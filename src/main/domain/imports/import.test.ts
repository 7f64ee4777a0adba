import { beforeEach, describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import type { ImportView } from '../../../contract/imports.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { bringIn, cancel, ended, plan, start, upload } from '../../testing/importing.ts'
import { at, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
beforeEach(() => (shop = aShop()))

const csv = (text: string) => Buffer.from(text.trim())
const bring = (kind: ImportView['kind'], text: string) => bringIn(shop.client, kind, csv(text))
const planned = async (kind: ImportView['kind'], text: string) =>
  plan(shop.client, await upload(shop.client, kind, csv(text)))
const refused = async ({ id }: ImportView) => (await shop.client.imports.refused({ importId: id })).rows
const product = async (code: string) => {
  const [row] = (await shop.client.products.list({ search: code, archived: true })).rows
  return shop.client.products.get({ productId: row?.productId ?? 0 })
}
/** All that was booked and kept, without the imports themselves. */
const everything = () =>
  [
    'products',
    'skus',
    'barcodes',
    'product_units',
    'customers',
    'documents',
    'stock_movements',
    'stock_levels',
    'stock_values',
  ].map((table) => shop.rows(`select * from ${table}`))

const COATS = `
商品资料导出,,,,,,,,
款号,品名,颜色,尺码,条码,零售价（元）,进货价,库存,类别
A01,女士大衣,红,M,6900000000011,399,180,2,外套
A01,女士大衣,红,L,6900000000028,399,180,3,外套
A01,女士大衣,黑,M,6900000000035,429,180,0,外套
B02,真丝围巾,,,6900000000042,"1,128.5",,,配饰
合计,,,,,,,5,`

test('what a list shows masked is left out of a file, and what the shop knows whole stays', async () => {
  const { client } = shop
  const told = { code: 'C-1', name: '和平茶行', phone: '13800000000', address: '杭州市西湖区文三路 1 号', note: '' }
  const { id } = await client.customers.create({ requestId: shop.rid(), ...told, creditLimit: null })
  const done = await bring(
    'customers',
    '编号,名称,电话,地址\nC-1,和平茶馆,138****0000,杭州市西湖区****\n,新客,****1234,',
  )
  expect(done.counts).toMatchObject({ created: 1, changed: 1, refused: 0 })
  expect(done.preview?.problems.map(({ code, facts }) => [code, facts['field']])).toEqual([
    ['MASKED_LEFT_OUT', 'phone'],
    ['MASKED_LEFT_OUT', 'address'],
    ['MASKED_LEFT_OUT', 'phone'],
  ])
  expect(await client.customers.reveal({ requestId: shop.rid(), customerId: id })).toEqual({
    phone: told.phone,
    address: told.address,
  })
  expect((await client.customers.get({ customerId: id })).name).toBe('和平茶馆')
})

test('a file may tell several larger units, each variant’s own boxes, and a variant that is out of sale', async () => {
  await bring(
    'products',
    `
款号,货号,品名,颜色,尺码,规格,条码,单位,大单位,换算,大单位条码,大单位零售价,零售价,状态
W1,W1-r,水,红,,红,6900000000011,瓶,提;箱,6;24,;16900000000018,;40,2,
W1,W1-b,水,黑,,黑,6900000000028,瓶,提;箱,6;24,6900000000103;16900000000025,;40,2,停用`,
  )
  const water = await product('W1')
  expect(water).toMatchObject({
    archived: false,
    units: [
      { name: '提', factor: pieces(6), price: null },
      { name: '箱', factor: pieces(24), price: at(40) },
    ],
  })
  expect(water.skus).toMatchObject([
    { code: 'W1-r', variant: '红', colour: '红', archived: false },
    { code: 'W1-b', variant: '黑', archived: true },
  ])
  expect(water.skus[0]?.barcodes[1]).toEqual({ barcode: '16900000000018', unit: '箱' })
  expect(shop.rows("select barcode, unit from barcodes where unit <> '瓶' order by barcode")).toEqual([
    { barcode: '16900000000018', unit: '箱' },
    { barcode: '16900000000025', unit: '箱' },
    { barcode: '6900000000103', unit: '提' },
  ])
})

describe('products from a file', () => {
  test('rows of one 款号 become one product with its variants and what is there of them', async () => {
    const done = await bring('products', COATS)
    expect(done).toMatchObject({ state: 'done', counts: { created: 2, changed: 0, same: 0, refused: 0 } })
    expect(await product('A01')).toMatchObject({
      title: '女士大衣',
      category: '外套',
      baseUnit: '件',
      skus: [
        {
          code: 'A01-红-M',
          variant: '红 / M',
          colour: '红',
          size: 'M',
          price: at(399),
          onHand: pieces(2),
          value: yuan(360),
        },
        { code: 'A01-红-L', variant: '红 / L', onHand: pieces(3) },
        { code: 'A01-黑-M', variant: '黑 / M', price: at(429), onHand: 0 },
      ],
    })
    expect((await product('B02')).skus).toMatchObject([
      { code: 'B02', variant: '', price: at(1128.5), barcodes: [{ barcode: '6900000000042', unit: '件' }] },
    ])
    expect(shop.rows('select kind, line_count, note from documents')).toEqual([
      { kind: 'openingStock', line_count: 2, note: 'old.csv' },
    ])
    expect(shop.unexpected).toEqual([])
    expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
  })

  test('sizes may be columns, with what is there of each below them', async () => {
    const sheet = utils.aoa_to_sheet([
      ['货号', '名称', '颜色', 'S', 'M', 'L', '均码', '吊牌价', '销售价'],
      ['T1', 'T恤', '白', 1, 2, '', '', 99, 59],
      ['', '', '黑', 0, '', 4, '', 99, 59],
    ])
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'Sheet1')
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    const done = await bringIn(shop.client, 'products', bytes)
    expect(done.preview?.notKept).toEqual([])
    expect((await product('T1')).skus[0]).toMatchObject({ price: at(59), tagPrice: at(99), memberPrice: null })
    expect((await product('T1')).skus.map(({ variant, onHand }) => [variant, onHand])).toEqual([
      ['白 / S', pieces(1)],
      ['白 / M', pieces(2)],
      ['黑 / S', 0],
      ['黑 / L', pieces(4)],
    ])
  })

  test('a larger unit comes along with its factor and barcode, and what is out of sale is archived', async () => {
    await bring(
      'products',
      `
商品编码,商品名称,条码,主单位,大单位,换算,大单位条码,售价,状态
W1,矿泉水,6900000000059,瓶,箱,1箱=24瓶,16900000000056,2,在售
W2,汽水,,瓶,箱(12),,,3,已下架`,
    )
    expect(await product('W1')).toMatchObject({
      baseUnit: '瓶',
      units: [{ name: '箱', factor: pieces(24) }],
      skus: [
        {
          barcodes: [
            { barcode: '6900000000059', unit: '瓶' },
            { barcode: '16900000000056', unit: '箱' },
          ],
        },
      ],
    })
    expect(await product('W2')).toMatchObject({ archived: true, units: [{ name: '箱', factor: pieces(12) }] })
  })

  test('the dry run says what each row would become, and writes nothing', async () => {
    const before = everything()
    const { preview, state } = await planned('products', COATS.replace('429', '四百'))
    expect(state).toBe('planned')
    expect(preview).toMatchObject({
      counts: { created: 1, changed: 0, same: 0, refused: 1 },
      rows: [
        { row: 3, outcome: 'refused' },
        { row: 6, outcome: 'created', code: 'B02', title: '真丝围巾', variants: 1 },
      ],
      problems: [
        { row: 5, code: 'NUMBER_NOT_READ', severity: 'refused', facts: { field: 'retailPrice', value: '四百' } },
      ],
    })
    expect(everything()).toEqual(before)
  })

  test('rows that are refused come back with their reasons, and the others are in', async () => {
    const taken = `
款号,品名,条码,零售价
A01,大衣,6900000000011,1
A02,围巾,6900000000011,2
A03,,6900000000066,3
A04,帽子,abc中文,4
A05,手套,,-5`
    const done = await bring('products', taken)
    expect(done.counts).toEqual({ created: 2, changed: 0, same: 0, refused: 3 })
    expect(done.preview?.problems.find(({ severity }) => severity === 'note')).toMatchObject({
      row: 5,
      code: 'BARCODE_LEFT_OUT',
    })
    expect(await refused(done)).toEqual([
      {
        row: 3,
        code: 'BARCODE_TWICE',
        facts: { barcode: '6900000000011', other: 2 },
        cells: ['A02', '围巾', '6900000000011', '2'],
      },
      { row: 4, code: 'NAME_MISSING', facts: {}, cells: ['A03', '', '6900000000066', '3'] },
      {
        row: 6,
        code: 'NUMBER_NOT_READ',
        facts: { field: 'retailPrice', value: '-5' },
        cells: ['A05', '手套', '', '-5'],
      },
    ])
  })

  test('what the shop refuses itself is a row that stays out', async () => {
    await trade(shop).stocked('X-1', 1)
    const done = await bring('products', '款号,款名,货号,品名,零售价,单位\nX,,X-1,新名,1,箱\nY,,X-9,又一,2,个')
    expect(done.counts).toMatchObject({ created: 1, refused: 1 })
    expect(await refused(done)).toMatchObject([{ row: 2, code: 'UNIT_DIFFERS', facts: { unit: '盒' } }])
  })

  test('the same file twice changes nothing, also after goods were sold', async () => {
    await bring('products', COATS)
    await trade(shop).openShift()
    const sku = (await product('A01')).skus[0]?.id ?? 0
    await trade(shop).sell([trade(shop).item(sku, 1)])
    const before = everything()
    const again = await bring('products', COATS)
    expect(again.counts).toEqual({ created: 0, changed: 0, same: 2, refused: 0 })
    expect(everything()).toEqual(before)
  })

  test('a later file changes prices and adds variants, and takes nothing away', async () => {
    await bring('products', COATS)
    const done = await bring('products', '款号,品名,颜色,尺码,零售价\nA01,女士大衣,红,M,299\nA01,女士大衣,白,S,299')
    expect(done.counts).toMatchObject({ changed: 1, created: 0 })
    expect((await product('A01')).skus.map(({ variant, price, archived }) => [variant, price, archived])).toEqual([
      ['红 / M', at(299), false],
      ['红 / L', at(399), false],
      ['黑 / M', at(429), false],
      ['白 / S', at(299), false],
    ])
  })

  test('a file that knows less takes away neither colours and sizes nor the prices of some', async () => {
    await bring('products', '款号,品名,颜色,尺码,规格,零售价,会员价,批发价\nA01,大衣,红,M,厚,399,380,0')
    const [before] = (await product('A01')).skus
    expect(before).toMatchObject({ variant: '红 / M 厚', size: 'M 厚', memberPrice: at(380), wholesalePrice: null })
    await bring('products', '款号,品名,零售价\nA01,大衣,299')
    expect((await product('A01')).skus).toEqual([{ ...before, price: at(299) }])
  })

  test('columns can be mapped by hand, and the next file with these headers is read the same', async () => {
    const file = csv('一,二,三\nA1,大衣,5\n')
    const read = await upload(shop.client, 'products', file)
    expect(read.columns.map(({ header, field, samples }) => [header, field, samples])).toEqual([
      ['一', null, ['A1']],
      ['二', null, ['大衣']],
      ['三', null, ['5']],
    ])
    await expect(plan(shop.client, read)).rejects.toMatchObject({ code: 'COLUMN_MISSING', data: { field: 'name' } })
    await plan(shop.client, read, ['styleCode', 'name', 'retailPrice'])
    const next = await upload(shop.client, 'products', csv('三,一,二\n6,B1,裤子\n'))
    expect(next.columns.map(({ field }) => field)).toEqual(['retailPrice', 'styleCode', 'name'])
  })
})

const FRIENDS = `
客户名称,手机,地址,期初应收,储值余额,积分,备注
张三,138 0000 0001,上海,100,20,300,老客户
李四,13800000002,,,,,
李四,13800000002,,,,,
,,北京,,,,`

describe('customers from a file', () => {
  test('come in by name and phone; one without either, or twice, stays out', async () => {
    const done = await bring('customers', FRIENDS)
    expect(done.counts).toEqual({ created: 2, changed: 0, same: 0, refused: 2 })
    expect((await refused(done)).map(({ row, code }) => [row, code])).toEqual([
      [4, 'ROW_TWICE'],
      [5, 'NAME_MISSING'],
    ])
    expect(shop.rows('select name, phone, address, note from customers')).toEqual([
      { name: '张三', phone: '13800000001', address: '上海', note: '老客户' },
      { name: '李四', phone: '13800000002', address: '', note: '' },
    ])
  })

  test('bring along what they owe and what is held for them, once', async () => {
    const file = `${FRIENDS}\n王五,13800000003,,-50,,,`
    const done = await bring('customers', file)
    expect(done.preview?.notKept).toEqual([])
    const [wang, , zhang] = (await shop.client.customers.list({})).rows
    expect(await shop.client.customers.get({ customerId: zhang?.id ?? 0 })).toMatchObject({
      ...{ owed: yuan(100), storedValue: yuan(20), points: 300 },
    })
    expect(await shop.client.customers.get({ customerId: wang?.id ?? 0 })).toMatchObject({
      owed: 0,
      storeCredit: yuan(50),
    })
    const before = everything()
    await bring('customers', file)
    expect(everything()).toEqual(before)
    expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
  })

  test('come in without their balances, and with that said, where the person may not book them', async () => {
    const done = await bringIn(shop.as('manager'), 'customers', csv(FRIENDS))
    expect(done).toMatchObject({ preview: { notKept: ['owed', 'storedValue', 'points'] }, counts: { created: 2 } })
    expect(shop.rows('select * from documents')).toEqual([])
  })

  test('are known again by phone, however it is spaced', async () => {
    await trade(shop).customer({ name: '王五' })
    const again = () => bring('customers', '姓名,电话,备注\n张三,138-0000-0001,常客\n王五,,\n')
    await bring('customers', FRIENDS)
    expect((await again()).counts).toMatchObject({ created: 0, changed: 1, same: 1 })
    const before = everything()
    expect((await again()).counts).toMatchObject({ created: 0, changed: 0, same: 2 })
    expect(everything()).toEqual(before)
  })
})

describe('opening stock from a file', () => {
  test('is booked once, at its worth, for goods that have not moved yet', async () => {
    const t = trade(shop)
    const tea = await t.stocked('TEA-01', 0)
    await t.stocked('CUP', 5)
    const file = '货号,期初数量,期初金额\nTEA-01,30,100.01\nCUP,9,10\nNONE,1,1\nTEA-01,-2,0'
    const done = await bring('openingStock', file)
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(30), value: yuan(100.01) })
    expect((await refused(done)).map(({ row, code, facts }) => [row, code, facts])).toEqual([
      [3, 'STOCK_HAS_MOVED', { onHand: pieces(5) }],
      [4, 'GOODS_NOT_FOUND', {}],
    ])
    const before = everything()
    expect((await bring('openingStock', file)).counts).toMatchObject({ created: 0, same: 1, refused: 2 })
    expect(everything()).toEqual(before)
  })
})

describe('an import', () => {
  const many = `款号,品名\n${Array.from({ length: 3_000 }, (_, at) => `P${at},商品${at}`).join('\n')}`

  test('that is cancelled keeps what is booked and says so; its file goes away', async () => {
    const ready = await planned('products', many)
    await start(shop.client, ready)
    for (;;) {
      if ((await shop.client.imports.get({ importId: ready.id })).done > 0) break
      await new Promise((resolve) => setImmediate(resolve))
    }
    await cancel(shop.client, ready)
    const { state, counts, done, total } = await ended(shop.client, ready)
    expect(state).toBe('cancelled')
    expect(counts.created).toBe(done)
    expect(done).toBeLessThan(total)
    expect(shop.rows('select count(*) as n from products')).toEqual([{ n: done }])
    const rest = await bring('products', many)
    expect(rest.counts).toEqual({ created: 3_000 - done, changed: 0, same: done, refused: 0 })
  })

  test('sells meanwhile: commands have their turn between its own', async () => {
    const t = trade(shop)
    const tea = await t.stocked('TEA-01', 100)
    await t.openShift()
    const ready = await planned('products', many)
    await start(shop.client, ready)
    let sold = 0
    while ((await shop.client.imports.get({ importId: ready.id })).state === 'running') {
      await t.sell([t.item(tea, 1)])
      sold += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(sold).toBeGreaterThan(10)
    expect((await ended(shop.client, ready)).counts.created).toBe(3_000)
  })

  test('is one at a time, and starts only when it was looked at', async () => {
    const read = await upload(shop.client, 'products', csv(many))
    await expect(start(shop.client, read)).rejects.toMatchObject({ code: 'IMPORT_NOT_READY', data: { stage: 'read' } })
    await plan(shop.client, read)
    await start(shop.client, read)
    await expect(upload(shop.client, 'products', csv(many))).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
    await cancel(shop.client, read)
  })

  test('takes no file that is too large, and reads none that has not come whole', async () => {
    const begin = (bytes: number) =>
      shop.client.imports.begin({ requestId: shop.rid(), kind: 'products', fileName: 'a.csv', bytes })
    await expect(begin(200 * 1024 * 1024)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', data: { megabytes: 64 } })
    await expect(begin(0)).rejects.toMatchObject({ code: 'FILE_EMPTY' })
    const { id } = await begin(10)
    const piece = (offset: number, text: string) => {
      const data = Buffer.from(text).toString('base64')
      return shop.client.imports.upload({ requestId: shop.rid(), importId: id, offset, data })
    }
    expect(await piece(0, '01234')).toEqual({ received: 5 })
    expect(await piece(0, '01234')).toEqual({ received: 5 })
    await expect(piece(7, '78')).rejects.toMatchObject({ code: 'IMPORT_INCOMPLETE' })
    await expect(piece(5, '567890')).rejects.toMatchObject({ code: 'IMPORT_INCOMPLETE' })
    const read = () => shop.client.imports.read({ requestId: shop.rid(), importId: id })
    await expect(read()).rejects.toMatchObject({ code: 'IMPORT_INCOMPLETE' })
  })

  test('asks for the permission to write by hand what it writes', async () => {
    const clerk = shop.as('clerk')
    await expect(upload(clerk, 'products', csv(many))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await bringIn(shop.as('manager'), 'customers', csv(FRIENDS))).counts.created).toBe(2)
  })
})
