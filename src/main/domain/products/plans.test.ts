import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

const WHOLE_TABLES =
  /SCAN (?!product_search VIRTUAL|products USING COVERING INDEX products_(?:services|incomplete)|\(|json_each|listed)/
const FEW = /SCAN products USING COVERING INDEX products_(?:services|incomplete)/

test('every filter of the list is read from an index in order, merged and cut at the page', async () => {
  const shop = aShop()
  await trade(shop).stocked('TEA-01', 1)
  const plans = await plansOf(shop, async () => {
    for (const search of ['', 'd', '大衣'])
      for (const stock of ['any', 'negative', 'none', 'some'] as const)
        for (const kind of [undefined, 'goods', 'service'] as const)
          for (const archived of [false, true])
            for (const incomplete of [false, true])
              await shop.client.products.list({ search, stock, kind, archived, incomplete })
  })
  const lists = plans.filter((plan) => plan.includes('listed'))
  expect(lists.length).toBeGreaterThanOrEqual(72)
  for (const plan of lists) {
    expect(plan).not.toMatch(WHOLE_TABLES)
    // Sorted are services and unfinished goods, which are few.
    expect(plan.split('TEMP B-TREE').length).toBeLessThanOrEqual(plan.split(FEW).length + 1)
  }
  expect(lists.filter((plan) => plan.includes('stock_levels_negative')).length).toBeGreaterThan(0)
  expect(lists.filter((plan) => plan.includes('skus_archived')).length).toBeGreaterThan(0)
})

test('what a file of goods says more of each is looked up by index', async () => {
  const shop = aShop()
  await trade(shop).stocked('TEA-01', 1)
  const plans = await plansOf(shop, () => shop.client.products.list({ withParticulars: true }))
  const more = plans.find((plan) => plan.includes('product_units'))
  expect(more).toMatch(/SEARCH barcodes USING INDEX barcodes_by_sku/)
  expect(more).toMatch(/SEARCH product_units USING (PRIMARY KEY|INDEX)/)
  expect(more).not.toMatch(WHOLE_TABLES)
})

test('a scan and a line of a sale are looked up, never searched', async () => {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 5)
  await t.openShift()
  const plans = await plansOf(shop, async () => {
    await shop.client.products.scan({ code: 'unknown' })
    await shop.client.products.scan({ code: '2100123012800' })
    await shop.client.products.lookup({ code: 'TEA-01' })
    await shop.client.products.style({ productId: 1 })
    await t.sell([t.item(tea, 1)])
  })
  expect(plans.filter((plan) => plan.includes('barcodes_by_code'))).not.toEqual([])
  expect(plans.filter((plan) => plan.includes('skus_by_plu'))).not.toEqual([])
  for (const plan of plans)
    expect(plan).not.toMatch(/SCAN (skus|products|barcodes|product_units|stock_levels|stock_values|documents)/)
})

test('sorted goods are read along an index in that order, and those that never moved merged in', async () => {
  const shop = aShop()
  await trade(shop).stocked('TEA-01', 1)
  const plans = await plansOf(shop, async () => {
    for (const sort of ['code', 'title', 'price', 'onHand', 'value'] as const)
      for (const order of ['asc', 'desc'] as const)
        for (const after of [undefined, '1:1'])
          for (const archived of [false, true])
            await shop.client.products.list({ sort, order, after, archived, kind: 'goods' })
  })
  const lists = plans.filter((plan) => plan.includes('listed'))
  expect(lists).toHaveLength(40)
  const along =
    /(SCAN|SEARCH) (skus|stock_values) USING (COVERING )?INDEX (skus_by_any_code|skus_by_code|skus_by_title|skus_by_price|stock_values_by_on_hand|stock_values_by_value)/
  for (const plan of lists) expect(plan).toMatch(along)
  const bySku = lists.filter((plan) => !plan.includes('stock_values_by'))
  expect(bySku).toHaveLength(24)
  for (const plan of bySku) expect(plan).not.toContain('TEMP B-TREE')
})
