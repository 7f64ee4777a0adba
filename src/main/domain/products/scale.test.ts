import { beforeEach, expect, test } from 'vitest'
import { checkDigit, type ScaleRule } from '../../../contract/scale-codes.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
beforeEach(() => {
  shop = aShop()
})

const checked = (digits: string) => `${digits}${checkDigit(digits)}`
const RULES: ScaleRule[] = [
  { prefix: '21', pattern: 'FFWWWWWEEEEEC', weightDivisor: 1_000 },
  { prefix: '22', pattern: 'FFWWWWWNNNNNC', weightDivisor: 1_000 },
  { prefix: '23', pattern: 'FFWWWWWEEEEENNNNNC', weightDivisor: 1_000 },
]

async function withRules(over: object = {}): Promise<void> {
  const { trade: _, currency: __, currencyDecimals: ___, ...profile } = await shop.client.settings.get({})
  await shop.client.settings.update({ ...profile, scaleRules: RULES, ...over, requestId: shop.rid() })
}

const aSku = { variant: '', floorPrice: null, barcodes: [], archived: false }
/** 大枣 at 20.00 a unit, known to the scale as 00123. */
const dates = async (baseUnit: string, code = 'DZ', plu = '00123') =>
  trade(shop).product({ code, baseUnit, weighed: true, skus: [{ ...aSku, code, price: at(20), plu }] })

const scan = (code: string) => shop.client.products.scan({ code })

test.each<[string, string, string, object]>([
  ['an amount, at its price', '公斤', '210012301280', { quantity: pieces(0.64), labelAmount: yuan(12.8) }],
  ['an amount that no weight meets', '公斤', '210012301001', { quantity: pieces(0.501), labelAmount: yuan(10.01) }],
  ['a weight in grams', '公斤', '220012300640', { quantity: pieces(0.64) }],
  ['a weight of goods sold by the 斤', '斤', '220012300640', { quantity: pieces(1.28) }],
  ['amount and weight', '斤', '23001230256000640', { quantity: pieces(1.28), labelAmount: yuan(25.6) }],
])('a scale’s label says %s', async (_, unit, digits, said) => {
  await withRules()
  await dates(unit)
  expect(await scan(checked(digits))).toMatchObject({ code: 'DZ', weighed: true, scannedUnit: unit, ...said })
})

test('a label of goods that the shop does not know, or with a wrong check digit, is unknown', async () => {
  await withRules()
  await dates('公斤')
  expect(await scan(checked('210012401280'))).toBeNull()
  expect(await scan('2100123012801')).toBeNull()
  expect(await shop.client.products.lookup({ code: checked('210012401280') })).toEqual({ kind: 'unknown' })
})

test('a barcode of the shop comes before what a scale might have printed', async () => {
  await dates('公斤')
  const barcode = checked('210012301280')
  await trade(shop).product({
    code: 'BOX',
    skus: [{ ...aSku, code: 'BOX', price: at(9), barcodes: [{ barcode, unit: '盒' }] }],
  })
  const found = await scan(barcode)
  expect(found).toMatchObject({ code: 'BOX' })
  expect(found).not.toHaveProperty('quantity')
})

test('at the counter a label is found, and priced by the basket that it goes into', async () => {
  await dates('公斤')
  const basket = { customerId: null, lines: [], saleDiscount: null, roundOff: 'none' as const }
  const answer = await shop.client.orders.scan({ ...basket, code: checked('210012301280') })
  expect(answer).toMatchObject({ found: { quantity: pieces(0.64) }, priced: { lines: [{ quantity: pieces(0.64) }] } })
})

test('two goods in use never share an item code of the scale', async () => {
  const first = await dates('公斤')
  await expect(dates('斤', 'HZ', '123')).rejects.toMatchObject({
    code: 'SCALE_CODE_TAKEN',
    data: { scaleCode: '123', title: first.title },
  })
  await shop.client.products.archive({ productId: first.id, archived: true, requestId: shop.rid() })
  await dates('斤', 'HZ', '123')
  const back = shop.client.products.archive({ productId: first.id, archived: false, requestId: shop.rid() })
  await expect(back).rejects.toMatchObject({ code: 'SCALE_CODE_TAKEN' })
})

test('the prefix of the shop’s own barcodes lies outside those of its scales', async () => {
  await expect(withRules({ inStorePrefix: '22' })).rejects.toMatchObject({
    code: 'IN_STORE_PREFIX_OF_SCALE',
    data: { prefix: '22' },
  })
  const all = [{ prefix: '2', pattern: 'FWWWWWWEEEEEC', weightDivisor: 1_000 }]
  await expect(withRules({ scaleRules: all })).rejects.toMatchObject({ code: 'IN_STORE_PREFIX_OF_SCALE' })
  await withRules({ scaleRules: all, inStorePrefix: '02' })
})

test('a shop from before these settings has their defaults', async () => {
  const row = JSON.parse(String(shop.rows('select profile from shop_profiles')[0]?.['profile'])) as object
  const old = Object.fromEntries(Object.entries(row).filter(([key]) => !/scaleRules|inStorePrefix/.test(key)))
  shop.rows('insert into shop_profiles (profile, recorded_at) values (?, 0) returning id', JSON.stringify(old))
  shop.sqlite.exec('update shop set profile_id = 2')
  expect(await shop.client.settings.get({})).toMatchObject({ inStorePrefix: '29', scaleRules: [{ prefix: '21' }] })
  expect(shop.opened.shop().profile.scaleRules).toHaveLength(1)
})
