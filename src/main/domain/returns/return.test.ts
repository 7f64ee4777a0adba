import { beforeEach, describe, expect, test } from 'vitest'
import type { DocumentView } from '../../../contract/documents.ts'
import type { Rate } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, off, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 10)
  await t.openShift()
})

const linked = (sold: DocumentView, count: number, over: object = {}) => ({
  kind: 'linked' as const,
  originalLineId: sold.lines[0]?.id ?? 0,
  quantity: pieces(count),
  ...over,
})

describe('goods back with their sale', () => {
  test('bring back what was paid and come back at the cost they went out with', async () => {
    const sold = await t.sell([t.item(tea, 4)])
    await t.receive(tea, 10, 100)
    const back = await t.takeBack([linked(sold, 4)])
    expect(back).toMatchObject({
      kind: 'customerReturn',
      number: 'RE-20261121-0001',
      total: yuan(-512),
      paymentState: 'refunded',
    })
    expect(back).toMatchObject({ cost: yuan(-240), related: [{ number: sold.number }] })
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(20), value: yuan(1_600) })
    expect(await t.count(200)).toMatchObject({ expected: yuan(200) })
  })

  test('in parts give back the whole, whatever the discount', async () => {
    const sold = await t.sell([t.item(tea, 3)], { saleDiscount: off(0.1) })
    const parts = []
    for (const count of [1, 1, 1]) parts.push((await t.takeBack([linked(sold, count)])).total)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(yuan(-383.9))
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(10), value: yuan(600) })
    const after = await shop.client.documents.get({ documentId: sold.id })
    expect(after.lines[0]?.returned).toBe(pieces(3))
    expect(after.allowedActions).toEqual(['correctTender', 'addCustomer', 'print'])
    expect(after.related).toHaveLength(3)
  })

  test('never more than was sold, also within one return', async () => {
    const sold = await t.sell([t.item(tea, 2)])
    await expect(t.takeBack([linked(sold, 2), linked(sold, 1)])).rejects.toMatchObject({
      code: 'RETURN_TOO_MUCH',
      data: { left: 0 },
    })
    await t.takeBack([linked(sold, 1)])
    await expect(t.takeBack([linked(sold, 2)])).rejects.toMatchObject({
      code: 'RETURN_TOO_MUCH',
      data: { left: pieces(1) },
    })
  })

  test('in the unit that was sold', async () => {
    const made = await t.product({
      code: 'WATER',
      baseUnit: '瓶',
      units: [{ name: '箱', factor: pieces(24) }],
      skus: [{ code: 'WATER', variant: '', price: at(2), floorPrice: null, barcodes: [], archived: false }],
    })
    const water = made.skus[0]?.id ?? 0
    await t.receive(water, 48, 1)
    const sold = await t.sell([t.item(water, 2, { unit: '箱' })])
    expect(await t.takeBack([linked(sold, 1)])).toMatchObject({ total: yuan(-48) })
    expect(await t.level(water)).toMatchObject({ onHand: pieces(24), value: yuan(24) })
  })

  test('reduce what is owed, when bought on account', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 2)], { tender: 'onAccount', customerId })
    await t.takeBack([linked(sold, 1)], { tender: 'onAccount', customerId })
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: yuan(128) })
    const { rows } = await shop.client.customers.account({ customerId })
    expect(rows.map(({ amount, owedAfter }) => [amount, owedAfter])).toEqual([
      [yuan(-128), yuan(128)],
      [yuan(256), yuan(256)],
    ])
  })

  test('of a sale on account are not paid out in cash while it is owed, unless one may', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
    await expect(t.takeBack([linked(sold, 1)], { customerId, as: shop.as('clerk') })).rejects.toMatchObject({
      code: 'REFUND_TO_ACCOUNT',
      data: { least: yuan(128) },
    })
    expect(await t.takeBack([linked(sold, 1)], { customerId })).toMatchObject({ total: yuan(-128) })
  })

  test('too few to count in stock come back as money alone, and the last piece brings the rest', async () => {
    const made = await t.product({
      code: 'LOOSE',
      baseUnit: '公斤',
      units: [{ name: '斤', factor: pieces(0.5) }],
      skus: [{ code: 'LOOSE', variant: '', price: at(100), floorPrice: null, barcodes: [], archived: false }],
    })
    const loose = made.skus[0]?.id ?? 0
    await t.receive(loose, 1, 50)
    const sold = await t.sell([t.item(loose, 1, { unit: '斤' })])
    for (const count of [0.001, 0.001, 0.998]) await t.takeBack([linked(sold, count)])
    expect(await t.level(loose)).toMatchObject({ onHand: pieces(1), value: yuan(50) })
  })

  test('are given back to whoever bought them only', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 1)], { customerId })
    await expect(t.takeBack([linked(sold, 1)])).rejects.toMatchObject({ code: 'RETURN_WRONG_CUSTOMER' })
  })

  test('at another price than was paid need permission when it is more', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    const clerk = shop.as('clerk')
    await expect(t.takeBack([linked(sold, 1, { unitPrice: at(129) })], { as: clerk })).rejects.toMatchObject({
      code: 'REFUND_ABOVE_PAID',
      data: { most: yuan(128) },
    })
    expect(await t.takeBack([linked(sold, 1, { unitPrice: at(100) })], { as: clerk })).toMatchObject({
      total: yuan(-100),
    })
  })

  test('of a shop whose prices have tax on top bring the tax back too', async () => {
    const settings = await shop.client.settings.get({})
    await shop.client.settings.update({ ...settings, requestId: shop.rid(), pricesIncludeTax: false })
    const made = await t.product({
      code: 'CUP',
      taxRate: 1_300 as Rate,
      skus: [{ code: 'CUP', variant: '', price: at(100), floorPrice: null, barcodes: [], archived: false }],
    })
    const sold = await t.sell([t.item(made.skus[0]?.id ?? 0, 1)])
    expect(sold).toMatchObject({ total: yuan(113), tax: yuan(13) })
    expect(await t.takeBack([linked(sold, 1)])).toMatchObject({ total: yuan(-113), tax: yuan(-13) })
  })
})

describe('without a receipt', () => {
  const unlinked = (count: number, price: number) => [
    { kind: 'unlinked' as const, skuId: tea, quantity: pieces(count), unitPrice: at(price) },
  ]

  test('goods come back at what the others are worth', async () => {
    expect(await t.takeBack(unlinked(1, 99))).toMatchObject({ total: yuan(-99), cost: yuan(-60) })
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(11), value: yuan(660) })
  })

  test('a clerk may not take them', async () => {
    await expect(t.takeBack(unlinked(1, 99), { as: shop.as('clerk') })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('an allowance gives money back and moves no stock', async () => {
  const customerId = await t.customer()
  const back = await t.takeBack([{ kind: 'allowance', title: '降价补偿', quantity: pieces(1), unitPrice: at(27.5) }], {
    tender: 'onAccount',
    customerId,
  })
  expect(back).toMatchObject({ total: yuan(-27.5), discountTotal: yuan(27.5), subtotal: 0, cost: 0 })
  expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: yuan(-27.5) })
})
