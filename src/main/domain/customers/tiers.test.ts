import { beforeEach, describe, expect, test } from 'vitest'
import type { TierInput } from '../../../contract/tiers.ts'
import type { Rate } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { aBasket, at, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  await t.openShift()
})

const tier = (name: string, price: TierInput['price'], rate = 10_000) =>
  shop.client.tiers.save({ requestId: shop.rid(), name, price, rate: rate as Rate })
const empty = { code: '', phone: '', address: '', note: '', creditLimit: null }
const customerOf = async (tierId: number | null) =>
  (await shop.client.customers.create({ requestId: shop.rid(), ...empty, name: '客户', tierId })).id

const water = async (over: object = {}) => {
  const sku = { code: 'WATER', variant: '', price: at(2), floorPrice: null, barcodes: [], archived: false }
  const made = await t.product({
    code: 'WATER',
    baseUnit: '瓶',
    units: [{ name: '箱', factor: pieces(24) }],
    skus: [{ ...sku, memberPrice: at(1.8), wholesalePrice: at(1.5), tagPrice: at(2.5), ...over }],
  })
  return { product: made, skuId: made.skus[0]?.id ?? 0 }
}

describe('a customer’s tier', () => {
  test.each([
    ['retail', 10_000, 'list', 48],
    ['retail', 9_500, 'member', 45.6],
    ['member', 10_000, 'member', 43.2],
    ['member', 9_500, 'member', 41.04],
    ['wholesale', 10_000, 'wholesale', 36],
  ] as const)('of the %s price at %s prices a carton', async (price, rate, from, total) => {
    const { skuId } = await water()
    const customerId = await customerOf((await tier('一级', price, rate)).id)
    const sold = await t.sell([t.item(skuId, 1, { unit: '箱' })], { customerId, as: shop.as('clerk') })
    expect(sold).toMatchObject({ total: yuan(total), discountTotal: 0, lines: [{ priceFrom: from }] })
  })

  test('falls back to the retail price where goods have none of its kind', async () => {
    const { skuId } = await water({ wholesalePrice: null })
    const customerId = await customerOf((await tier('批发', 'wholesale', 9_000)).id)
    const priced = await shop.client.orders.price({ ...aBasket([t.item(skuId, 1)]), customerId })
    expect(priced).toMatchObject({ total: yuan(1.8), lines: [{ priceFrom: 'member', listPrice: at(1.8) }] })
  })

  test('gives way to a typed price, and to nobody without a customer', async () => {
    const { skuId } = await water()
    const customerId = await customerOf((await tier('会员', 'member')).id)
    expect(await t.sell([t.item(skuId, 1, { unitPrice: at(1) })], { customerId })).toMatchObject({ total: yuan(1) })
    expect(await t.sell([t.item(skuId, 1)])).toMatchObject({ total: yuan(2) })
  })

  test('does not go below a floor price without permission', async () => {
    const { skuId } = await water({ floorPrice: at(1.6) })
    const customerId = await customerOf((await tier('批发', 'wholesale')).id)
    await expect(t.sell([t.item(skuId, 1)], { customerId, as: shop.as('clerk') })).rejects.toMatchObject({
      code: 'PRICE_BELOW_FLOOR',
    })
    expect(await t.sell([t.item(skuId, 1)], { customerId })).toMatchObject({ total: yuan(1.5) })
  })

  test('that is archived gives the retail price, and nobody new gets it', async () => {
    const { skuId } = await water()
    const { id: tierId } = await tier('会员', 'member')
    const customerId = await customerOf(tierId)
    await shop.client.tiers.archive({ requestId: shop.rid(), tierId, archived: true })
    expect(await t.sell([t.item(skuId, 1)], { customerId })).toMatchObject({ total: yuan(2) })
    await expect(customerOf(tierId)).rejects.toMatchObject({ code: 'TIER_NOT_FOUND' })
  })
})

describe('tiers', () => {
  test('are named once among those in use', async () => {
    const { id: tierId } = await tier('会员', 'member')
    await expect(tier('会员', 'retail')).rejects.toMatchObject({ code: 'TIER_NAME_TAKEN' })
    await shop.client.tiers.archive({ requestId: shop.rid(), tierId, archived: true })
    await tier('会员', 'retail')
    await expect(shop.client.tiers.archive({ requestId: shop.rid(), tierId, archived: false })).rejects.toMatchObject({
      code: 'TIER_NAME_TAKEN',
    })
  })

  test('are changed in place, and only by those who may change customers', async () => {
    const { id: tierId } = await tier('会员', 'member')
    const change = { tierId, name: '金卡', price: 'member' as const, rate: 9_000 as Rate }
    expect(await shop.client.tiers.save({ requestId: shop.rid(), ...change })).toMatchObject({ name: '金卡' })
    expect(await shop.client.tiers.list({})).toHaveLength(1)
    const clerk = shop.as('clerk')
    await expect(clerk.tiers.save({ requestId: shop.rid(), ...change })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('a customer keeps their tier, and goods their prices, when a form does not speak of them', async () => {
  const { id: tierId } = await tier('会员', 'member')
  const customerId = await customerOf(tierId)
  const kept = await shop.client.customers.update({ requestId: shop.rid(), customerId, ...empty, name: '新名字' })
  expect(kept).toMatchObject({ tierId, tierName: '会员' })
  const none = await shop.client.customers.update({
    requestId: shop.rid(),
    customerId,
    ...empty,
    name: 'x',
    tierId: null,
  })
  expect(none).toMatchObject({ tierId: null, tierName: '' })

  const { product } = await water()
  const [{ memberPrice: _, wholesalePrice, ...sku }] = product.skus as [(typeof product.skus)[number]]
  const skus = [{ ...sku, wholesalePrice: null, tagPrice: undefined }]
  const saved = await shop.client.products.update({ ...product, requestId: shop.rid(), productId: product.id, skus })
  expect([wholesalePrice, saved.skus[0]]).toMatchObject([
    at(1.5),
    { memberPrice: at(1.8), wholesalePrice: null, tagPrice: at(2.5) },
  ])
})
