import { beforeEach, describe, expect, test } from 'vitest'
import type { Money } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { aBasket, at, off, pieces, trade, yuan } from '../../testing/trade.ts'

type Reduced = NonNullable<Parameters<ReturnType<typeof trade>['sell']>[1]> & { line?: object }

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 10)
  await t.openShift()
})

describe('a scan at the counter', () => {
  test('says what it is, and what the basket comes to with one more of it', async () => {
    const lines = [{ ...t.item(tea, 1), unit: '盒' }]
    const answer = await shop.client.orders.scan({ ...aBasket(lines), code: 'TEA-01' })
    expect(answer).toMatchObject({
      found: { skuId: tea, scannedUnit: '盒' },
      priced: { total: yuan(256), lines: [{ quantity: pieces(2), left: pieces(8) }] },
    })
  })

  test('gives no price for a basket that would be refused, and nothing for a code that is unknown', async () => {
    const lines = [{ ...t.item(tea, 1), discount: off(1_000) }]
    expect(await shop.client.orders.scan({ ...aBasket(lines), code: 'TEA-01' })).toMatchObject({
      found: { skuId: tea },
      priced: null,
    })
    expect(await shop.client.orders.scan({ ...aBasket([]), code: 'TEA-99' })).toBeNull()
  })
})

describe('a sale', () => {
  test('takes the goods out of stock, the money into the drawer and gives a number', async () => {
    const sold = await t.sell([t.item(tea, 2)])
    expect(sold).toMatchObject({
      kind: 'sale',
      number: 'SO-20261121-0001',
      state: 'completed',
      paymentState: 'paid',
      total: yuan(256),
      paid: yuan(256),
      cost: yuan(120),
      profit: yuan(136),
      allowedActions: ['returnGoods', 'correctTender', 'addCustomer', 'voidSale', 'print'],
    })
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(8), value: yuan(480) })
    expect(await t.count(456)).toMatchObject({ expected: yuan(456) })
    expect(sold.history.map(({ name }) => name)).toEqual(['orders.sell'])
  })

  test('numbers follow each other without a gap, also after a refusal', async () => {
    await t.sell([t.item(tea, 1)])
    await expect(t.sell([t.item(tea, 1)], { expectedTotal: yuan(1) })).rejects.toMatchObject({ code: 'TOTAL_CHANGED' })
    expect((await t.sell([t.item(tea, 1)])).number).toBe('SO-20261121-0002')
  })

  test('before the day starts at 4 it belongs to the day before', async () => {
    shop.clock.advance(17 * 3_600_000)
    expect(await t.sell([t.item(tea, 1)])).toMatchObject({ businessDay: '2026-11-21' })
    await t.closeShift(328)
    shop.clock.advance(3_600_000)
    await t.openShift()
    expect(await t.sell([t.item(tea, 1)])).toMatchObject({ businessDay: '2026-11-22', number: 'SO-20261122-0001' })
  })

  test('gives change from cash, and the drawer holds only what was due', async () => {
    const sold = await t.sell([t.item(tea, 1)], {
      tenders: [{ tender: 'cash', amount: yuan(128), received: yuan(150) }],
    })
    expect(sold.payments).toMatchObject([{ amount: yuan(128), received: yuan(150), change: yuan(22) }])
    expect(await t.count(328)).toMatchObject({ expected: yuan(328) })
  })

  test('may be paid in several ways', async () => {
    const tenders = [
      { tender: 'wechat' as const, amount: yuan(100) },
      { tender: 'cash' as const, amount: yuan(28) },
    ]
    expect((await t.sell([t.item(tea, 1)], { tenders })).payments).toHaveLength(2)
  })

  test('in a larger unit costs and moves as many pieces', async () => {
    const made = await t.product({
      code: 'WATER',
      baseUnit: '瓶',
      units: [{ name: '箱', factor: pieces(24) }],
      skus: [{ code: 'WATER', variant: '', price: at(2), floorPrice: null, barcodes: [], archived: false }],
    })
    const water = made.skus[0]?.id ?? 0
    await t.receive(water, 100, 1)
    const sold = await t.sell([t.item(water, 2, { unit: '箱' })])
    expect(sold).toMatchObject({ total: yuan(96) })
    expect(await t.level(water)).toMatchObject({ onHand: pieces(52) })
  })

  test('of goods that the stock does not have goes into the negative, marked', async () => {
    await t.sell([t.item(tea, 12)])
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(-2), value: yuan(-120) })
    const { rows } = await shop.client.products.list({ stock: 'negative' })
    expect(rows.map(({ skuId }) => skuId)).toEqual([tea])
  })

  test('of goods that the stock does not have is refused where the owner wants that', async () => {
    const settings = await shop.client.settings.get({})
    await shop.client.settings.update({ ...settings, requestId: shop.rid(), negativeStock: 'refuse' })
    await expect(t.sell([t.item(tea, 12)])).rejects.toMatchObject({
      code: 'STOCK_SHORT',
      data: { available: pieces(10) },
    })
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(10) })
  })
})

describe('on account', () => {
  test('a sale raises what the customer owes, and says so', async () => {
    const customerId = await t.customer()
    expect(await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })).toMatchObject({
      paymentState: 'onAccount',
    })
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: yuan(128) })
  })

  test('needs a customer', async () => {
    await expect(t.sell([t.item(tea, 1)], { tender: 'onAccount' })).rejects.toMatchObject({
      code: 'ON_ACCOUNT_NEEDS_CUSTOMER',
    })
  })

  test('stops at the credit limit', async () => {
    const customerId = await t.customer({ creditLimit: yuan(200) })
    await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
    await expect(t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })).rejects.toMatchObject({
      code: 'CREDIT_LIMIT_EXCEEDED',
      data: { owed: yuan(256), limit: yuan(200) },
    })
  })

  test('a clerk may not sell so', async () => {
    const customerId = await t.customer()
    await expect(
      t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId, as: shop.as('clerk') }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('what a sale refuses', () => {
  test('an empty basket', async () => {
    await expect(t.sell([])).rejects.toMatchObject({ code: 'BASKET_EMPTY' })
  })

  test('tenders that do not come to what is due', async () => {
    const tenders = [{ tender: 'cash' as const, amount: yuan(100) }]
    await expect(t.sell([t.item(tea, 1)], { tenders })).rejects.toMatchObject({ code: 'TENDERS_DO_NOT_MATCH' })
  })

  test('change from anything but cash', async () => {
    const tenders = [{ tender: 'wechat' as const, amount: yuan(128), received: yuan(130) }]
    await expect(t.sell([t.item(tea, 1)], { tenders })).rejects.toMatchObject({ code: 'CHANGE_ONLY_FROM_CASH' })
  })

  test('cash without an open shift, but not a transfer', async () => {
    await t.closeShift(200)
    await expect(t.sell([t.item(tea, 1)])).rejects.toMatchObject({ code: 'NO_OPEN_SHIFT' })
    expect(await t.sell([t.item(tea, 1)], { tender: 'bankTransfer' })).toMatchObject({ paymentState: 'paid' })
  })

  test('the same number of a channel twice', async () => {
    await t.sell([t.item(tea, 1)], { channelNumber: '4211' })
    await expect(t.sell([t.item(tea, 1)], { channelNumber: '4211' })).rejects.toMatchObject({
      code: 'NUMBER_ALREADY_BOOKED',
    })
  })

  test('a product that was archived, and one that never was', async () => {
    const { productId } = await t.level(tea)
    await shop.client.products.archive({ requestId: shop.rid(), productId, archived: true })
    await expect(t.sell([t.item(tea, 1)])).rejects.toMatchObject({ code: 'SKU_NOT_FOUND' })
    await expect(t.sell([t.item(999_999, 1)])).rejects.toMatchObject({ code: 'SKU_NOT_FOUND' })
  })

  test('so little that it is nothing in stock', async () => {
    const made = await t.product({
      code: 'LOOSE',
      baseUnit: '公斤',
      units: [{ name: '克', factor: pieces(0.001) }],
      skus: [{ code: 'LOOSE', variant: '', price: at(100), floorPrice: null, barcodes: [], archived: false }],
    })
    const loose = t.item(made.skus[0]?.id ?? 0, 0.4, { unit: '克' })
    await expect(t.sell([loose])).rejects.toMatchObject({ code: 'QUANTITY_TOO_SMALL' })
  })

  test.each([
    ['a typed price', { line: { unitPrice: at(100) } }],
    ['a line discount', { line: { discount: off(1) } }],
    ['a gift', { line: { gift: { reason: '买一送一' } } }],
    ['a discount on the whole', { saleDiscount: off(1) }],
    ['a total agreed on', { saleDiscount: { kind: 'agreedTotal' as const, total: yuan(100) } }],
    ['抹零', { roundOff: 'yuan' as const }],
  ])('%s by a clerk', async (_, { line = {}, ...over }: Reduced) => {
    await expect(t.sell([t.item(tea, 1, line)], { ...over, as: shop.as('clerk') })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('a price below the floor, unless one may', async () => {
    const made = await t.product({
      code: 'SILK',
      skus: [{ code: 'SILK', variant: '', price: at(100), floorPrice: at(80), barcodes: [], archived: false }],
    })
    const silk = made.skus[0]?.id ?? 0
    const roles = await shop.client.staff.roles({})
    const manager = roles.find(({ key }) => key === 'manager')?.permissions ?? []
    await shop.client.staff.updateRole({
      requestId: shop.rid(),
      role: 'manager',
      permissions: manager.filter((name) => name !== 'sales.belowFloor'),
    })
    const cheap = [t.item(silk, 1, { discount: off(21) })]
    await expect(t.sell(cheap, { as: shop.as('manager') })).rejects.toMatchObject({ code: 'PRICE_BELOW_FLOOR' })
    const reduced = [
      t.item(silk, 1),
      { kind: 'discount' as const, title: '优惠', quantity: pieces(1), unitPrice: at(21) },
    ]
    await expect(t.sell(reduced, { as: shop.as('manager') })).rejects.toMatchObject({ code: 'PRICE_BELOW_FLOOR' })
    expect(await t.sell(cheap)).toMatchObject({ total: yuan(79) })
  })
})

describe('a request that is sent again', () => {
  test('sells once and gives the same answer', async () => {
    const again = { requestId: 'lost-answer-01' }
    const first = await t.sell([t.item(tea, 1)], again)
    const second = await t.sell([t.item(tea, 1)], again)
    expect(second).toEqual(first)
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(9) })
    expect(shop.changes.filter(({ name }) => name === 'orders.sell')).toHaveLength(1)
  })

  test('with another wish under the same id is refused', async () => {
    await t.sell([t.item(tea, 1)], { requestId: 'lost-answer-01' })
    await expect(t.sell([t.item(tea, 2)], { requestId: 'lost-answer-01' })).rejects.toMatchObject({
      code: 'REQUEST_REUSED',
    })
  })
})

test('a clerk sees neither cost nor profit of the sale they made', async () => {
  const sold = await t.sell([t.item(tea, 1)], { as: shop.as('clerk') })
  expect(JSON.stringify(sold)).not.toMatch(/"cost"|"profit"|"value"/)
})

test('a discounted basket is stored as it was priced, line by line', async () => {
  const sold = await t.sell([t.item(tea, 2), t.item(tea, 1, { discount: off(8.6) })], {
    saleDiscount: off(10),
    roundOff: 'yuan',
  })
  expect(sold).toMatchObject({ subtotal: yuan(384), discountTotal: yuan(18.6), roundOff: yuan(0.4), total: yuan(365) })
  expect(sold.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(yuan(365))
  expect(sold.lines.map(({ discountShare }): Money => discountShare)).toEqual([709, 331])
})
