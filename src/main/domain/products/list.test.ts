import { beforeEach, describe, expect, test } from 'vitest'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, pieces, trade } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>

const LABEL = { barcode: '6901234567892', unit: '件' }
const BOX_LABEL = { barcode: '0012345678905', unit: '箱' }

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  const priced = { price: at(100), floorPrice: null, archived: false }
  const alone = (code: string) => [{ ...priced, code, variant: '', barcodes: [] }]
  const coat = await t.product({ code: 'COAT', title: '女士大衣', category: '外套', skus: alone('COAT') })
  await t.receive(coat.skus[0]?.id ?? 0, 3, 60)
  await t.product({ code: 'TEA-01', title: '龙井茶 250g', skus: alone('TEA-01') })
  await t.product({
    code: 'SHIRT',
    title: '春秋T恤',
    baseUnit: '件',
    units: [{ name: '箱', factor: pieces(10) }],
    skus: [
      { ...priced, code: 'SHIRT-R', variant: '红', barcodes: [LABEL] },
      { ...priced, code: 'SHIRT-G', variant: '绿', barcodes: [BOX_LABEL] },
    ],
  })
  await t.product({ code: 'POST', title: '快递费', kind: 'service', skus: alone('POST') })
})

const codes = async (filter: Parameters<TestShop['client']['products']['list']>[0]) =>
  (await shop.client.products.list(filter)).rows.map(({ code }) => code)

describe('the list of products', () => {
  test('shows what is in use, the newest first', async () => {
    expect(await codes({})).toEqual(['POST', 'SHIRT-G', 'SHIRT-R', 'TEA-01', 'COAT'])
  })

  test.each([
    ['大衣', ['COAT']],
    ['dy', ['COAT']],
    ['d', ['POST', 'COAT']],
    ['龙', ['TEA-01']],
    ['外套', ['COAT']],
    ['tx 绿', ['SHIRT-G']],
    ['cqtxh', ['SHIRT-R']],
    ['7892', ['SHIRT-R']],
    ['6901234567892', ['SHIRT-R']],
    ['coat', ['COAT']],
    ['SHIRT', ['SHIRT-G', 'SHIRT-R']],
    ['shir', ['SHIRT-G', 'SHIRT-R']],
    ['"; drop table products; --', []],
    ['👍', []],
  ])('searched by %s', async (search, found) => {
    expect(await codes({ search })).toEqual(found)
  })

  test('by kind and by stock', async () => {
    await shop.client.stock.adjust({
      requestId: shop.rid(),
      reason: '盘点',
      lines: [{ skuId: 2, quantity: pieces(-1) }],
    })
    expect(await codes({ kind: 'service' })).toEqual(['POST'])
    expect(await codes({ kind: 'goods' })).toEqual(['SHIRT-G', 'SHIRT-R', 'TEA-01', 'COAT'])
    expect(await codes({ stock: 'some' })).toEqual(['COAT'])
    expect(await codes({ stock: 'negative' })).toEqual(['TEA-01'])
    expect(await codes({ stock: 'none' })).toEqual(['SHIRT-G', 'SHIRT-R'])
    expect(await codes({ stock: 'none', search: 'tx 红' })).toEqual(['SHIRT-R'])
    expect(await codes({ stock: 'some', search: 'dy', kind: 'goods' })).toEqual(['COAT'])
    expect(await codes({ stock: 'some', kind: 'service' })).toEqual([])
    expect(await codes({ stock: 'none', kind: 'service' })).toEqual([])
  })

  test('shows archived ones only when asked', async () => {
    await shop.client.products.archive({ requestId: shop.rid(), productId: 1, archived: true })
    expect(await codes({ search: '大衣' })).toEqual([])
    expect(await codes({ search: '大衣', archived: true })).toEqual(['COAT'])
    expect(await codes({ archived: true })).toHaveLength(5)
  })

  test('pages by keyset without missing or repeating one', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const { rows, next } = await shop.client.products.list({ limit: 2, after })
      seen.push(...rows.map(({ code }) => code))
      after = next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(['POST', 'SHIRT-G', 'SHIRT-R', 'TEA-01', 'COAT'])
    const { next } = await shop.client.products.list({ search: 's', limit: 1 })
    expect(await codes({ search: 's', limit: 1, after: next ?? '' })).toEqual(['SHIRT-R'])
    await expect(codes({ after: 'rubbish' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('finds by the new words once a product is changed', async () => {
    const { id: productId, archived: _, uid: __, ...coat } = await shop.client.products.get({ productId: 1 })
    await shop.client.products.update({ ...coat, title: '羊毛风衣', productId, requestId: shop.rid() })
    expect(await codes({ search: 'dy' })).toEqual([])
    expect(await codes({ search: 'fy' })).toEqual(['COAT'])
  })
})

describe('a scan', () => {
  const scan = async (code: string) => shop.client.products.scan({ code })

  test('means one SKU in the unit that the barcode stands for', async () => {
    expect(await scan('6901234567892')).toMatchObject({
      code: 'SHIRT-R',
      unit: '件',
      scannedUnit: '件',
      archived: false,
    })
    expect(await scan('0012345678905')).toMatchObject({ code: 'SHIRT-G', scannedUnit: '箱' })
  })

  test('may lack the zero that a scanner leaves out', async () => {
    expect(await scan('012345678905')).toMatchObject({ code: 'SHIRT-G' })
  })

  test('may be a typed code, in small letters too', async () => {
    expect(await scan('shirt-g')).toMatchObject({ code: 'SHIRT-G', scannedUnit: '件' })
    expect(await scan('TEA-01')).toMatchObject({ code: 'TEA-01' })
  })

  test('of a product means its SKU where it has one', async () => {
    expect(await scan('SHIRT')).toBeNull()
    const { id: productId, archived: _, uid: __, ...shirt } = await shop.client.products.get({ productId: 3 })
    await shop.client.products.update({ ...shirt, skus: shirt.skus.slice(0, 1), productId, requestId: shop.rid() })
    expect(await scan('SHIRT')).toMatchObject({ code: 'SHIRT-R' })
  })

  test('of nothing known is none', async () => {
    for (const code of ['999999', "' or 1=1 --", '👍']) expect(await scan(code)).toBeNull()
  })
})
