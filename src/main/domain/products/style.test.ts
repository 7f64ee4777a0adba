import { beforeEach, expect, test } from 'vitest'
import type { ProductInput } from '../../../contract/products.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, pieces, trade } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
beforeEach(() => {
  shop = aShop()
  t = trade(shop)
})

const cell = (code: string, over: Partial<ProductInput['skus'][number]>) => ({
  code,
  ...{ variant: '', price: at(899), floorPrice: null, barcodes: [], archived: false },
  ...over,
})
/** 藏青 in M and L, 驼色 in L alone. */
const coat = () =>
  t.product({
    code: 'DY8801',
    title: '羊毛大衣',
    baseUnit: '件',
    skus: [
      cell('DY8801-1', { colour: '藏青', size: 'M' }),
      cell('DY8801-2', { colour: '藏青', size: 'L' }),
      cell('DY8801-3', { colour: '驼色', size: 'L', price: at(999) }),
    ],
  })

test('a 款 is shown as colour × size with the stock of each, and nothing where there is none', async () => {
  const made = await coat()
  await t.receive(made.skus[1]?.id ?? 0, 3, 400)
  await t.receive(made.skus[2]?.id ?? 0, 2, 400)
  const style = await shop.client.products.style({ code: 'DY8801' })
  expect(style).toMatchObject({
    productId: made.id,
    colours: ['藏青', '驼色'],
    sizes: ['M', 'L'],
    onHand: pieces(5),
    cells: [
      [
        { code: 'DY8801-1', onHand: 0 },
        { code: 'DY8801-2', onHand: pieces(3) },
      ],
      [null, { code: 'DY8801-3', price: at(999), variant: '驼色 / L' }],
    ],
  })
  expect(await shop.client.products.style({ productId: made.id })).toEqual(style)
})

test('a colour and a size name the variant, so that two alike are refused', async () => {
  const twice = [cell('A', { colour: '红', size: 'M' }), cell('B', { variant: '红 / M' })]
  await expect(t.product({ skus: twice })).rejects.toMatchObject({
    code: 'VARIANT_REPEATED',
    data: { variant: '红 / M' },
  })
  const made = await t.product({ skus: [cell('A', { colour: '红', variant: '绿' })] })
  expect(made.skus).toMatchObject([{ variant: '红', colour: '红', size: '' }])
  expect((await shop.client.products.list({ search: '红' })).rows).toHaveLength(1)
})

test('an archived variant leaves the grid, and variants by name stand in one column', async () => {
  const made = await coat()
  const skus = made.skus.map(({ id, code, price, colour, size }, index) =>
    cell(code, { id, price, colour, size, archived: index === 0 }),
  )
  const { code, title, kind, category, baseUnit, taxRate } = made
  const input = { code, title, kind, category, baseUnit, taxRate, units: [], skus }
  await shop.client.products.update({ ...input, productId: made.id, requestId: shop.rid() })
  expect(await shop.client.products.style({ productId: made.id })).toMatchObject({
    colours: ['藏青', '驼色'],
    sizes: ['L'],
  })
  const byName = await t.product({ code: 'T', skus: [cell('T1', { variant: '大' }), cell('T2', { variant: '小' })] })
  expect(await shop.client.products.style({ productId: byName.id })).toMatchObject({
    colours: ['大', '小'],
    sizes: [''],
  })
})

test('a 款号 of several variants is a style, one of a single variant is that, and neither is unknown', async () => {
  const made = await coat()
  const tea = await t.stocked('TEA-01', 1)
  const lookup = (code: string) => shop.client.products.lookup({ code })
  expect(await lookup('dy8801')).toEqual({ kind: 'style', productId: made.id, title: '羊毛大衣' })
  expect(await lookup('DY8801-2')).toMatchObject({ kind: 'sku', found: { code: 'DY8801-2', scannedUnit: '件' } })
  expect(await lookup('TEA-01')).toMatchObject({ kind: 'sku', found: { skuId: tea } })
  expect(await lookup('nothing')).toEqual({ kind: 'unknown' })
  expect(await shop.client.products.scan({ code: 'DY8801' })).toBeNull()
  await expect(shop.client.products.style({ code: 'nothing' })).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
  await expect(shop.client.products.style({})).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
})
