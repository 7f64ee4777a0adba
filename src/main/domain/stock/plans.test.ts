import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

test('the movements of a busy good are read from its own index, newest first, and cut at the page', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, async () => {
    const skuId = await trade(shop).stocked('TEA-01', 5)
    await shop.client.stock.movements({ skuId })
    await shop.client.stock.movements({ skuId, after: '7' })
  })
  expect(plans.filter((plan) => plan.includes('stock_movements'))).toEqual([
    'SEARCH stock_movements USING INDEX stock_movements_by_sku (sku_id=? AND seq<?)',
  ])
})

test('levels are looked up, however many are asked for', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, async () => {
    const skuId = await trade(shop).stocked('TEA-01', 5)
    await shop.client.stock.level({ skuId })
  })
  const levels = plans.filter((plan) => plan.includes('stock_values'))
  expect(levels).not.toEqual([])
  for (const plan of levels) expect(plan).not.toMatch(/SCAN (?!json_each)/)
})
