import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { aProduct, at, trade } from '../../testing/trade.ts'

const DAY = 24 * 60 * 60 * 1000

async function aShopThatSells() {
  const shop = aShop()
  const t = trade(shop)
  await t.openShift()
  const sku = async (code: string) => t.stocked(code, 100)
  const sell = async (skuId: number, times = 1) => {
    for (let sold = 0; sold < times; sold += 1) await t.sell([t.item(skuId, 1)])
  }
  const nextDay = async () => {
    await t.closeShift(0, { reason: '没点' })
    shop.clock.set((shop.clock.now() + DAY) as ReturnType<typeof shop.clock.now>)
    await t.openShift()
  }
  const codes = async () => (await shop.client.tiles.list({})).map(({ sku: only }) => only?.code)
  return { shop, t, sku, sell, nextDay, codes }
}

test('a new shop’s tiles fill with what it sells, in the order of the first sales', async () => {
  const { sku, sell, codes } = await aShopThatSells()
  expect(await codes()).toEqual([])
  const [tea, cup] = [await sku('TEA'), await sku('CUP')]
  await sku('NEVER')
  await sell(cup)
  await sell(tea, 3)
  expect(await codes()).toEqual(['CUP', 'TEA'])
})

test('places change when a shift is opened, never while one sells', async () => {
  const { sku, sell, codes, nextDay } = await aShopThatSells()
  const many = []
  for (let count = 0; count < 25; count += 1) many.push(await sku(`A${String(count)}`))
  for (const each of many) await sell(each)
  const filled = await codes()
  expect(filled).toHaveLength(24)
  const [first, last] = [many[0]!, many[24]!]
  await sell(last, 5)
  expect(await codes()).toEqual(filled)
  for (const each of many.slice(1)) await sell(each)
  await nextDay()
  expect(first).toBeDefined()
  expect(await codes()).toEqual(['A24', ...filled.slice(1)])
})

test('a product of several variants is one tile without a SKU, with its lowest price', async () => {
  const { shop, t, sell } = await aShopThatSells()
  const shirt = await t.product({
    code: 'SHIRT',
    skus: [
      { code: 'S-1', variant: '红', price: at(259), floorPrice: null, barcodes: [], archived: false },
      { code: 'S-2', variant: '蓝', price: at(199), floorPrice: null, barcodes: [], archived: false },
    ],
  })
  await sell(shirt.skus[0]!.id)
  await sell(shirt.skus[1]!.id)
  expect(await shop.client.tiles.list({})).toEqual([
    expect.objectContaining({ productId: shirt.id, price: at(199), highestPrice: at(259), sku: null }),
  ])
})

test('what is out of use is not shown, and its place goes to another with the next shift', async () => {
  const { shop, sku, sell, codes, nextDay } = await aShopThatSells()
  const [tea, cup, bag] = [await sku('TEA'), await sku('CUP'), await sku('BAG')]
  await sell(tea)
  await sell(cup)
  const [tile] = await shop.client.tiles.list({})
  await shop.client.products.archive({ requestId: shop.rid(), productId: tile!.productId, archived: true })
  expect(await codes()).toEqual(['CUP'])
  await nextDay()
  await sell(bag)
  expect(await codes()).toEqual(['BAG', 'CUP'])
})

test('what the owner pins is there without a sale and survives the next shift; a clerk pins nothing', async () => {
  const { shop, t, sell, sku, codes, nextDay } = await aShopThatSells()
  const postage = await t.product(aProduct({ code: 'POST', kind: 'service' }))
  const pinned = await shop.client.tiles.pin({ requestId: shop.rid(), productId: postage.id, pinned: true })
  expect(pinned).toEqual([expect.objectContaining({ productId: postage.id, pinned: true })])
  await sell(await sku('TEA'))
  await nextDay()
  expect(await codes()).toEqual(['TEA-01', 'TEA'])
  const wish = { requestId: shop.rid(), productId: postage.id, pinned: false }
  await expect(shop.as('clerk').tiles.pin(wish)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await shop.as('clerk').tiles.list({})).toHaveLength(2)
})

test('a place too many is refused, and so is a product that is out of use', async () => {
  const { shop, t } = await aShopThatSells()
  const pin = (productId: number) => shop.client.tiles.pin({ requestId: shop.rid(), productId, pinned: true })
  for (let count = 0; count < 24; count += 1) {
    const code = `P${String(count)}`
    const product = await t.product({
      code,
      skus: [{ code, variant: '', price: at(1), floorPrice: null, barcodes: [], archived: false }],
    })
    await pin(product.id)
  }
  const another = await t.product()
  await expect(pin(another.id)).rejects.toMatchObject({ code: 'TILES_FULL', data: { places: 24 } })
  await shop.client.products.archive({ requestId: shop.rid(), productId: another.id, archived: true })
  await expect(pin(another.id)).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
})

test('the tiles are looked up, and what sells is counted from the newest sales alone', async () => {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA', 10)
  const plans = await plansOf(shop, async () => {
    await t.openShift()
    await t.sell([t.item(tea, 1)])
    await shop.client.tiles.list({})
  })
  expect(plans.filter((plan) => plan.includes('sale'))).toEqual([
    expect.stringMatching(
      /SEARCH documents USING COVERING INDEX documents_by_kind \(kind=\? AND business_day>\?\).*SEARCH document_lines USING INDEX sqlite_autoindex_document_lines_1 \(document_id=\?\)/,
    ),
  ])
  const looks = plans.filter((plan) => /SCAN tiles|json_each/.test(plan))
  expect(looks.length).toBeGreaterThanOrEqual(3)
  for (const plan of looks)
    expect(plan).not.toMatch(/SCAN (skus|products|documents|document_lines|stock_levels|stock_values)/)
})
