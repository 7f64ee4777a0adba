import { beforeEach, describe, expect, test } from 'vitest'
import type { ProductInput } from '../../../contract/products.ts'
import type { Quantity } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { aProduct, at, pieces, trade, yuan } from '../../testing/trade.ts'
import { sellableSku } from './queries.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
beforeEach(() => {
  shop = aShop()
  t = trade(shop)
})

type SkuInput = ProductInput['skus'][number]
const aSku = (over: Partial<SkuInput> = {}): SkuInput => ({
  code: 'TEA-01',
  variant: '',
  price: at(128),
  floorPrice: null,
  barcodes: [],
  archived: false,
  ...over,
})
const BOX = { name: '箱', factor: 24_000 as Quantity }
const label = (barcode: string, unit = '盒') => ({ barcode, unit })
const updated = (productId: number, over: Partial<ProductInput>) =>
  shop.client.products.update({ ...aProduct(), ...over, productId, requestId: shop.rid() })
const archive = (productId: number, archived = true) =>
  shop.client.products.archive({ productId, archived, requestId: shop.rid() })

describe('a product', () => {
  test('is made with its variants, units and barcodes', async () => {
    const made = await t.product({
      units: [BOX],
      skus: [
        aSku({ variant: '红', barcodes: [label('6901234567892'), label('16901234567899', '箱')] }),
        aSku({ code: 'TEA-02', variant: '绿', floorPrice: at(100) }),
      ],
    })
    expect(made).toMatchObject({ code: 'TEA', title: '龙井茶 250g', units: [BOX], archived: false })
    expect(made.skus).toMatchObject([
      { code: 'TEA-01', variant: '红', barcodes: [label('6901234567892'), label('16901234567899', '箱')], onHand: 0 },
      { code: 'TEA-02', variant: '绿', floorPrice: at(100), archived: false },
    ])
    expect(await shop.client.products.get({ productId: made.id })).toEqual(made)
    expect(shop.unexpected).toEqual([])
  })

  test.each<[string, Partial<ProductInput>, object]>([
    ['two units of one name', { units: [BOX, BOX] }, { code: 'UNIT_REPEATED', data: { unit: '箱' } }],
    ['a unit named like the base unit', { units: [{ ...BOX, name: '盒' }] }, { code: 'UNIT_REPEATED' }],
    [
      'a barcode of a unit it has not',
      { skus: [aSku({ barcodes: [label('123456', '桶')] })] },
      { code: 'UNIT_NOT_FOUND' },
    ],
    [
      'a barcode twice',
      { skus: [aSku({ barcodes: [label('123456'), label('123456')] })] },
      { code: 'BARCODE_REPEATED' },
    ],
    ['two variants alike', { skus: [aSku(), aSku({ code: 'B' })] }, { code: 'VARIANT_REPEATED' }],
    ['two variants of one code', { skus: [aSku(), aSku({ variant: '红' })] }, { code: 'CODE_TAKEN' }],
    ['a floor above the price', { skus: [aSku({ floorPrice: at(129) })] }, { code: 'FLOOR_ABOVE_PRICE' }],
  ])('with %s is refused', async (_, over, refusal) => {
    await expect(t.product(over)).rejects.toMatchObject(refusal)
    expect(shop.rows('select * from products')).toEqual([])
  })

  test('shares no code and no barcode with another in use', async () => {
    await t.product({ skus: [aSku({ barcodes: [label('6901234567892')] })] })
    await expect(t.product()).rejects.toMatchObject({ code: 'CODE_TAKEN', data: { code: 'TEA' } })
    await expect(t.product({ code: 'B' })).rejects.toMatchObject({ code: 'CODE_TAKEN', data: { code: 'TEA-01' } })
    const other = { code: 'B', skus: [aSku({ code: 'B-01', barcodes: [label('6901234567892')] })] }
    await expect(t.product(other)).rejects.toMatchObject({
      code: 'BARCODE_TAKEN',
      data: { barcode: '6901234567892', title: '龙井茶 250g' },
    })
  })

  test('that is not there is not found', async () => {
    await expect(shop.client.products.get({ productId: 99 })).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
    await expect(updated(99, {})).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
    await expect(archive(99)).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
  })
})

describe('changing a product', () => {
  test('keeps variants that are named, adds new ones and archives those left out', async () => {
    const made = await t.product({ skus: [aSku({ variant: '红' }), aSku({ code: 'TEA-02', variant: '绿' })] })
    const [red, green] = made.skus
    const changed = await updated(made.id, {
      title: '西湖龙井',
      skus: [aSku({ id: red?.id, variant: '大红' }), aSku({ code: 'TEA-03', variant: '白' })],
    })
    expect(changed).toMatchObject({ title: '西湖龙井' })
    expect(changed.skus).toMatchObject([
      { id: red?.id, variant: '大红', archived: false },
      { id: green?.id, variant: '绿', archived: true },
      { variant: '白', archived: false },
    ])
  })

  test('may swap codes and barcodes between variants', async () => {
    const one = aSku({ variant: '红', barcodes: [label('111111')] })
    const two = aSku({ code: 'TEA-02', variant: '绿', barcodes: [label('222222')] })
    const made = await t.product({ skus: [one, two] })
    const [red, green] = made.skus
    const changed = await updated(made.id, {
      skus: [
        { ...two, id: red?.id },
        { ...one, id: green?.id },
      ],
    })
    expect(changed.skus).toMatchObject([
      { id: red?.id, code: 'TEA-02', barcodes: [label('222222')] },
      { id: green?.id, code: 'TEA-01', barcodes: [label('111111')] },
    ])
  })

  test('cannot name a variant of another product, nor one twice', async () => {
    const made = await t.product()
    const id = made.skus[0]?.id
    await expect(updated(made.id, { skus: [aSku({ id: 99 })] })).rejects.toMatchObject({ code: 'SKU_NOT_FOUND' })
    const twice = [aSku({ id }), aSku({ id, code: 'B', variant: 'B' })]
    await expect(updated(made.id, { skus: twice })).rejects.toMatchObject({
      code: 'SKU_NOT_FOUND',
      data: { skuId: id },
    })
  })

  test('cannot drop a unit that a barcode stands for', async () => {
    const sku = aSku({ barcodes: [label('123456', '箱')] })
    const made = await t.product({ units: [BOX], skus: [sku] })
    const id = made.skus[0]?.id
    const refusal = { code: 'UNIT_IN_USE', data: { unit: '箱' } }
    await expect(updated(made.id, { skus: [{ ...sku, id }] })).rejects.toMatchObject(refusal)
    await expect(updated(made.id, { skus: [aSku({ code: 'B' })] })).rejects.toMatchObject(refusal)
    expect(await updated(made.id, { skus: [aSku({ id })] })).toMatchObject({ units: [] })
  })

  test('goods that have moved stay goods', async () => {
    const made = await t.product()
    expect(await updated(made.id, { kind: 'service', skus: [aSku({ id: made.skus[0]?.id })] })).toMatchObject({
      kind: 'service',
    })
    await updated(made.id, { kind: 'goods', skus: [aSku({ id: made.skus[0]?.id })] })
    await t.receive(made.skus[0]?.id ?? 0, 1, 60)
    await expect(updated(made.id, { kind: 'service' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { fields: [{ path: 'kind', rule: 'fixed' }] },
    })
  })

  test('what was sold keeps what it said', async () => {
    const tea = await t.stocked('TEA-01', 5)
    await t.openShift()
    const sold = await t.sell([t.item(tea, 1)])
    await updated(1, { code: 'X', title: '新名', skus: [aSku({ id: tea, code: 'X-1', price: at(1) })] })
    const before = { code: 'TEA-01', title: '龙井茶 250g', unitPrice: at(128) }
    expect((await shop.client.documents.get({ documentId: sold.id })).lines).toMatchObject([before])
  })
})

describe('archiving a product', () => {
  test('frees its codes and barcodes for others, and it comes back only while they are free', async () => {
    const made = await t.product({ skus: [aSku({ barcodes: [label('6901234567892')] })] })
    expect(await archive(made.id)).toMatchObject({ archived: true, skus: [{ archived: true }] })
    expect(await shop.client.products.scan({ code: '6901234567892' })).toBeNull()
    const other = await t.product({ code: 'B', skus: [aSku({ code: 'B', barcodes: [label('6901234567892')] })] })
    await expect(archive(made.id, false)).rejects.toMatchObject({ code: 'BARCODE_TAKEN' })
    await archive(other.id)
    expect(await archive(made.id, false)).toMatchObject({ archived: false, skus: [{ archived: false }] })
    expect(await shop.client.products.scan({ code: '6901234567892' })).toMatchObject({ productId: made.id })
    await expect(archive(other.id, false)).rejects.toMatchObject({ code: 'BARCODE_TAKEN' })
  })

  test('brings back what went with it, and nothing that went before', async () => {
    const made = await t.product({ skus: [aSku({ variant: '红' }), aSku({ code: 'TEA-02', variant: '绿' })] })
    await updated(made.id, { skus: [aSku({ id: made.skus[0]?.id, variant: '红' })] })
    await archive(made.id)
    await archive(made.id)
    const edited = await updated(made.id, { title: '旧款', skus: made.skus.map((sku) => ({ ...sku, archived: true })) })
    expect(edited).toMatchObject({ archived: true, title: '旧款', skus: [{ archived: true }, { archived: true }] })
    expect((await archive(made.id, false)).skus).toMatchObject([{ archived: false }, { archived: true }])
  })

  test('a variant left out while it was archived stays away', async () => {
    const made = await t.product({ skus: [aSku({ variant: '红' }), aSku({ code: 'TEA-02', variant: '绿' })] })
    await archive(made.id)
    await updated(made.id, { skus: [aSku({ id: made.skus[0]?.id, variant: '红' })] })
    expect((await archive(made.id, false)).skus).toMatchObject([{ archived: false }, { archived: true }])
  })
})

test('a sale sees the base unit first and larger ones by size', async () => {
  const half = { name: '半盒', factor: 500 as Quantity }
  const made = await t.product({ units: [BOX, half] })
  const sku = sellableSku(shop.db, made.skus[0]?.id ?? 0)
  expect(sku).toMatchObject({ code: 'TEA-01', title: '龙井茶 250g', kind: 'goods', price: at(128), archived: false })
  expect(sku?.units).toMatchObject([{ name: '盒', factor: pieces(1) }, half, BOX])
  expect(sellableSku(shop.db, 99)).toBeUndefined()
})

test('cost is absent for those who may not see it', async () => {
  const tea = await t.stocked('TEA-01', 3, { cost: 60 })
  const seen = { onHand: pieces(3), value: yuan(180), unitCost: at(60) }
  expect((await shop.client.products.get({ productId: 1 })).skus).toMatchObject([seen])
  expect((await shop.client.products.list({})).rows).toMatchObject([{ skuId: tea, ...seen }])
  const clerk = shop.as('clerk')
  for (const row of [
    (await clerk.products.get({ productId: 1 })).skus[0],
    (await clerk.products.list({})).rows[0],
    await clerk.products.scan({ code: 'TEA-01' }),
  ]) {
    expect(row).toMatchObject({ onHand: pieces(3) })
    expect(row).not.toHaveProperty('value')
    expect(row).not.toHaveProperty('unitCost')
  }
})
