import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { checkDigit, isEan13, isScalePrefix } from '../../../contract/scale-codes.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { aProduct, at, trade } from '../../testing/trade.ts'

let shop: TestShop
beforeEach(() => {
  shop = aShop()
})

const quick = (over: { code?: string; barcode?: string; title?: string } = {}, client = shop.client) =>
  client.products.quickCreate({ requestId: shop.rid(), title: '蜂蜜', price: at(35), ...over })
const give = (skuId: number) => shop.client.products.giveBarcode({ requestId: shop.rid(), skuId })

test('a clerk makes goods of an unknown barcode from a name and a price, and sells them at once', async () => {
  const clerk = shop.as('clerk')
  const made = await quick({ barcode: '6901234567892' }, clerk)
  expect(made).toMatchObject({ title: '蜂蜜', price: at(35), unit: '件', scannedUnit: '件', incomplete: true })
  const t = trade(shop)
  await t.openShift()
  const found = await clerk.products.scan({ code: '6901234567892' })
  expect(found).toEqual(made)
  await t.sell([t.item(made.skuId, 1)], { as: clerk })
  expect((await shop.client.products.list({ search: '7892' })).rows).toMatchObject([{ skuId: made.skuId }])
})

test('what was made in a hurry waits for its particulars until its form is saved', async () => {
  const { productId, skuId } = await quick({ code: 'FM' })
  await trade(shop).stocked('TEA-01', 1)
  const waiting = async () => (await shop.client.products.list({ incomplete: true })).rows
  expect(await waiting()).toMatchObject([{ skuId, code: 'FM' }])
  const { skus } = aProduct({ skus: [{ ...aProduct().skus[0]!, id: skuId, code: 'FM' }] })
  await shop.client.products.update({
    ...aProduct({ code: 'FM', title: '椴树蜂蜜', skus }),
    productId,
    requestId: shop.rid(),
  })
  expect(await waiting()).toEqual([])
})

test('goods without any code get one of the shop’s own, which is their barcode too', async () => {
  const made = await quick()
  expect(isEan13(made.code)).toBe(true)
  expect(made.code).toMatch(/^29/)
  expect(await shop.client.products.scan({ code: made.code })).toEqual(made)
})

test('a code or barcode that is taken is refused, and nothing is left of the try', async () => {
  await quick({ code: 'FM', barcode: '6901234567892' })
  await expect(quick({ code: 'FM' })).rejects.toMatchObject({ code: 'CODE_TAKEN', data: { code: 'FM' } })
  const taken = { code: 'BARCODE_TAKEN', data: { barcode: '6901234567892', title: '蜂蜜' } }
  await expect(quick({ code: 'F2', barcode: '6901234567892' })).rejects.toMatchObject(taken)
  expect(shop.rows('select * from products')).toHaveLength(1)
})

test('an unknown barcode is bound to goods that the shop has, in the unit on the box', async () => {
  const { skus } = await trade(shop).product({ units: [{ name: '箱', factor: 24_000 as never }] })
  const skuId = skus[0]?.id ?? 0
  const bind = (unit: string, barcode = '16901234567899') =>
    shop.as('clerk').products.bindBarcode({ requestId: shop.rid(), skuId, unit, barcode })
  expect(await bind('箱')).toMatchObject({ skuId, scannedUnit: '箱' })
  expect(await shop.client.products.scan({ code: '16901234567899' })).toMatchObject({ skuId, scannedUnit: '箱' })
  expect((await shop.client.products.list({ search: '7899' })).rows).toHaveLength(1)
  await expect(bind('盒')).rejects.toMatchObject({ code: 'BARCODE_TAKEN' })
  await expect(bind('桶', '123456')).rejects.toMatchObject({ code: 'UNIT_NOT_FOUND' })
  const none = { requestId: shop.rid(), skuId: 99, unit: '件', barcode: '123456' }
  await expect(shop.client.products.bindBarcode(none)).rejects.toMatchObject({ code: 'SKU_NOT_FOUND' })
})

test('a bookkeeper makes no goods', async () => {
  await expect(quick({}, shop.as('bookkeeper'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('barcodes of the shop’s own never collide, nor with those typed before, and none looks like a scale’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('02', '04', '20', '25', '29'),
      fc.array(fc.constantFrom('give', 'type', 'archive'), { minLength: 1, maxLength: 8 }),
      async (prefix, steps) => {
        shop = aShop()
        const { trade: _, currency: __, currencyDecimals: ___, ...profile } = await shop.client.settings.get({})
        await shop.client.settings.update({ ...profile, inStorePrefix: prefix, requestId: shop.rid() })
        const { scaleRules } = shop.opened.shop().profile
        const skuId = await trade(shop).stocked('TEA-01', 0)
        const seen: string[] = []
        for (const step of steps) {
          if (step === 'type') await quick({ barcode: nextGiven(prefix), code: `T${seen.length}-${shop.rid()}` })
          const given =
            step === 'archive' ? await archivedAfterGiving(seen.length) : (await give(skuId)).skus[0]?.barcodes
          seen.push(given?.at(-1)?.barcode ?? '')
        }
        expect(new Set(seen).size).toBe(seen.length)
        for (const code of seen) {
          expect(isEan13(code)).toBe(true)
          expect(code.startsWith(prefix)).toBe(true)
          expect(isScalePrefix(code, scaleRules)).toBe(false)
        }
      },
    ),
    { numRuns: 15 },
  )
})

/** The code that would come next, had nobody typed it before. */
function nextGiven(prefix: string): string {
  const [row] = shop.rows('select coalesce(max(id), 0) + 1 as next from in_store_codes')
  const digits = `${prefix}${String(row?.['next']).padStart(10, '0')}`
  return `${digits}${checkDigit(digits)}`
}

async function archivedAfterGiving(count: number) {
  const made = await trade(shop).product({ code: `P${count}`, skus: [{ ...aProduct().skus[0]!, code: `P${count}` }] })
  const labelled = await give(made.skus[0]?.id ?? 0)
  await shop.client.products.archive({ productId: made.id, archived: true, requestId: shop.rid() })
  return labelled.skus[0]?.barcodes
}
