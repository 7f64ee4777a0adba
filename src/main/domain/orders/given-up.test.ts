import { beforeEach, describe, expect, test } from 'vitest'
import type { Permission } from '../../../contract/permissions.ts'
import type { RoundingStep } from '../../../contract/settings.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, off, pieces, remains, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 10)
  await t.openShift()
})

const sensitive = () =>
  shop.rows('select kind, subject, amount, reason, document_id from sensitive_actions order by id')
const gift = { gift: { reason: '买二送一' } }

async function clerkWith(...extra: Permission[]) {
  const clerk = (await shop.client.staff.roles({})).find(({ key }) => key === 'clerk')?.permissions ?? []
  await shop.client.staff.updateRole({ requestId: shop.rid(), role: 'clerk', permissions: [...clerk, ...extra] })
  return shop.as('clerk')
}

async function dropByItself(automatic: RoundingStep) {
  const settings = await shop.client.settings.get({})
  const roundOff = { ...settings.roundOff, automatic }
  await shop.client.settings.update({ ...settings, requestId: shop.rid(), roundOff })
}

async function withFloor(price: number, floorPrice: number) {
  const sku = { code: 'SILK', variant: '', price: at(price), floorPrice: at(floorPrice), barcodes: [], archived: false }
  return (await t.product({ code: 'SILK', skus: [sku] })).skus[0]?.id ?? 0
}

describe('a gift', () => {
  test('costs the customer nothing, leaves the stock at its cost and says why', async () => {
    const sold = await t.sell([t.item(tea, 2), t.item(tea, 1, gift)])
    expect(sold).toMatchObject({ subtotal: yuan(384), discountTotal: yuan(128), total: yuan(256), cost: yuan(180) })
    expect(sold.lines.map(({ amount, giftReason }) => [amount, giftReason])).toEqual([
      [yuan(256), null],
      [0, '买二送一'],
    ])
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(7), value: yuan(420) })
    expect(sensitive()).toEqual([
      { kind: 'gift', subject: '龙井茶 250g', amount: 12_800, reason: '买二送一', document_id: sold.id },
    ])
  })

  test('is told apart in what a basket comes to', async () => {
    const lines = [t.item(tea, 1), t.item(tea, 1, gift)]
    const basket = { customerId: null, lines, saleDiscount: null, roundOff: 'none' as const }
    expect(await shop.client.orders.price(basket)).toMatchObject({
      giftTotal: yuan(128),
      discountTotal: yuan(128),
      total: yuan(128),
    })
  })

  test('is below every floor price, and comes back for nothing', async () => {
    const silk = await withFloor(100, 80)
    const sold = await t.sell([t.item(silk, 1, gift)], { as: await clerkWith('sales.gift') })
    const line = { kind: 'linked' as const, originalLineId: sold.lines[0]?.id ?? 0, quantity: pieces(1) }
    expect(await t.takeBack([line])).toMatchObject({ total: 0, lines: [{ giftReason: '买二送一' }] })
  })

  test('can be all that a customer takes, without a tender', async () => {
    expect(await t.sell([t.item(tea, 1, gift)])).toMatchObject({ total: 0, payments: [] })
  })
})

describe('what the owner reads of a sale afterwards', () => {
  test('each line that was reduced or repriced, and the whole sale once', async () => {
    const lines = [t.item(tea, 1, { discount: remains(9) }), t.item(tea, 2, { unitPrice: at(100.4) }), t.item(tea, 1)]
    const sold = await t.sell(lines, { saleDiscount: off(10), roundOff: 'yuan' })
    expect(sold.total).toBe(yuan(434))
    expect(sensitive().map(({ kind, amount }) => [kind, amount])).toEqual([
      ['discounted', 1_280],
      ['priceOverridden', 5_520],
      ['discounted', 1_000],
    ])
  })

  test('what was sold below its floor, by how much', async () => {
    const silk = await withFloor(100, 80)
    await t.sell([t.item(silk, 1, { unitPrice: at(75) })])
    expect(sensitive().map(({ kind, amount }) => [kind, amount])).toEqual([
      ['priceOverridden', 2_500],
      ['belowFloor', 500],
    ])
  })

  test('nothing of a sale at list prices', async () => {
    await t.sell([t.item(tea, 1)])
    expect(sensitive()).toEqual([])
  })
})

describe('a floor price', () => {
  test.each([
    ['折 on the line', { line: { discount: remains(7.9) }, over: {} }],
    ['折 on the whole', { line: {}, over: { saleDiscount: remains(7.9) } }],
    ['a total agreed on', { line: {}, over: { saleDiscount: { kind: 'agreedTotal' as const, total: yuan(79) } } }],
  ])('holds against %s', async (_, { line, over }) => {
    const silk = await withFloor(100, 80)
    const clerk = await clerkWith('sales.discount')
    await expect(t.sell([t.item(silk, 1, line)], { ...over, as: clerk })).rejects.toMatchObject({
      code: 'PRICE_BELOW_FLOOR',
    })
  })
})

describe('抹零', () => {
  test('that the shop does by itself needs no permission and is no news', async () => {
    const nuts = await t.stocked('NUTS', 5, { price: 12.34 })
    await dropByItself('jiao')
    const sold = await t.sell([t.item(nuts, 1)], { as: shop.as('clerk') })
    expect(sold).toMatchObject({ roundOff: 4, total: yuan(12.3) })
    expect(sensitive()).toEqual([])
  })

  test('by key to no more than that asks for nothing; to more it needs permission', async () => {
    const nuts = await t.stocked('NUTS', 5, { price: 12.34 })
    await dropByItself('jiao')
    const clerk = shop.as('clerk')
    expect(await t.sell([t.item(nuts, 1)], { as: clerk, roundOff: 'jiao' })).toMatchObject({ total: yuan(12.3) })
    await expect(t.sell([t.item(nuts, 1)], { as: clerk, roundOff: 'yuan' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await t.sell([t.item(nuts, 1)], { roundOff: 'yuan' })).toMatchObject({ total: yuan(12) })
    expect(sensitive().map(({ kind, amount }) => [kind, amount])).toEqual([['discounted', 34]])
  })
})
