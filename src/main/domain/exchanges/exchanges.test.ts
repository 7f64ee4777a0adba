import { beforeEach, describe, expect, test } from 'vitest'
import type { DocumentView } from '../../../contract/documents.ts'
import type { ReturnLine } from '../../../contract/returns.ts'
import type { Money, Rate } from '../../../contract/values.ts'
import { plansOf } from '../../testing/plans.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, pieces, trade, yuan } from '../../testing/trade.ts'

const TILL = '01KAMT1TT00000000000000001'
let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number
let cup: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 10, { price: 100 })
  cup = await t.stocked('CUP-01', 10, { price: 60 })
  await t.openShift()
})

const back = (sold: DocumentView, count: number, over: object = {}): ReturnLine => ({
  kind: 'linked',
  originalLineId: sold.lines[0]?.id ?? 0,
  quantity: pieces(count),
  ...over,
})
const nothing = { saleDiscount: null, roundOff: 'none' as const }
const holds = async () =>
  expect((await shop.client.audit.check({})).filter((each) => !each.holds).map(({ name }) => name)).toEqual([])
const paid = ({ payments }: DocumentView) => payments.map(({ tender, amount }) => [tender, amount])

async function exchange(
  lines: ReturnType<typeof t.item>[],
  returns: ReturnLine[],
  {
    customerId = null,
    tender,
    as = shop.client,
  }: { customerId?: number | null; tender?: 'card'; as?: typeof shop.client } = {},
) {
  const basket = { ...nothing, customerId, lines, returns }
  const { difference, proposed } = await as.exchanges.price(basket)
  const paying = difference > 0 ? [{ tender: tender ?? ('cash' as const), amount: difference }] : proposed
  const tenders = tender && difference < 0 ? [{ tender, amount: (0 - difference) as Money }] : paying
  const { sale, returned } = await as.exchanges.exchange({
    ...basket,
    ...{ requestId: shop.rid(), tenders, expectedDifference: difference, reason: '', note: '' },
  })
  if (!sale) throw new Error('an exchange without its sale')
  return { sale, returned }
}

describe('an exchange', () => {
  test('for something dearer is paid by the difference', async () => {
    const sold = await t.sell([t.item(cup, 1)])
    const { sale, returned } = await exchange([t.item(tea, 1)], [back(sold, 1)])
    expect(paid(sale)).toEqual([
      ['exchange', yuan(60)],
      ['cash', yuan(40)],
    ])
    expect(paid(returned)).toEqual([['exchange', yuan(-60)]])
    expect(sale.related.map(({ id }) => id)).toEqual([returned.id])
    expect(returned.related.map(({ id }) => id).sort()).toEqual([sold.id, sale.id])
    expect(sale.allowedActions).not.toContain('voidSale')
    await holds()
  })

  test('for something cheaper gives the difference back the way it came', async () => {
    const sold = await t.sell([t.item(tea, 1)], { tender: 'wechat' })
    const { sale, returned } = await exchange([t.item(cup, 1)], [back(sold, 1)], { as: shop.as('clerk') })
    expect(paid(sale)).toEqual([['exchange', yuan(60)]])
    expect(paid(returned)).toEqual([
      ['exchange', yuan(-60)],
      ['wechat', yuan(-40)],
    ])
    await holds()
  })

  test('for the same price moves no money', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    const { sale, returned } = await exchange([t.item(tea, 1)], [back(sold, 1)])
    expect([paid(sale), paid(returned)]).toEqual([[['exchange', yuan(100)]], [['exchange', yuan(-100)]]])
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(9) })
    await holds()
  })

  test('empties the basket it was, in the same step', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    const content = JSON.stringify({ items: [1] })
    await shop.client.baskets.keep({ deviceId: TILL, content, itemCount: 2, total: yuan(0) })
    const { sale } = await shop.client.exchanges.exchange({
      ...nothing,
      ...{ customerId: null, lines: [t.item(tea, 1)], returns: [back(sold, 1)], basket: TILL },
      ...{ requestId: shop.rid(), tenders: [], expectedDifference: yuan(0), reason: '', note: '' },
    })
    const open = await shop.client.baskets.open({ deviceId: TILL })
    expect(open).toMatchObject({ content: null, lastSale: { documentId: sale?.id } })
  })

  test('happens whole or not at all', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    const before = await t.level(cup)
    const basket = { ...nothing, customerId: null, lines: [t.item(cup, 1)], returns: [back(sold, 1)] }
    const asked = { ...basket, requestId: shop.rid(), reason: '', note: '' }
    await expect(
      shop.client.exchanges.exchange({ ...asked, tenders: [], expectedDifference: yuan(-40) }),
    ).rejects.toMatchObject({ code: 'TENDERS_DO_NOT_MATCH' })
    await expect(
      shop.client.exchanges.exchange({ ...asked, requestId: shop.rid(), tenders: [], expectedDifference: yuan(0) }),
    ).rejects.toMatchObject({ code: 'TOTAL_CHANGED' })
    expect(await t.level(cup)).toEqual(before)
  })
})

describe('goods back for which nothing is chosen', () => {
  const alone = async (returns: ReturnLine[], over: object = {}) => {
    const basket = { ...nothing, customerId: null, lines: [], returns, ...over }
    const { difference, proposed } = await shop.client.exchanges.price(basket)
    const words = { requestId: shop.rid(), reason: '', note: '尺码不合适' }
    return shop.client.exchanges.exchange({ ...basket, ...words, tenders: proposed, expectedDifference: difference })
  }

  test('are a return: the way they were paid, and no exchange', async () => {
    const sold = await t.sell([t.item(tea, 2)], { tender: 'wechat' })
    const { sale, returned } = await alone([back(sold, 1)])
    expect(sale).toBeNull()
    expect(returned).toMatchObject({ kind: 'customerReturn', total: yuan(-100), note: '尺码不合适' })
    expect(paid(returned)).toEqual([['wechat', yuan(-100)]])
    expect(returned.related.map(({ id }) => id)).toEqual([sold.id])
    expect(returned.history.map(({ name }) => name)).toEqual(['exchanges.exchange'])
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(9) })
    await holds()
  })

  test('pay the debt of their sale first', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 1)], {
      customerId,
      tenders: [
        { tender: 'onAccount', amount: yuan(70) },
        { tender: 'cash', amount: yuan(30) },
      ],
    })
    const { returned } = await alone([back(sold, 1)], { customerId })
    expect(paid(returned)).toEqual([
      ['onAccount', yuan(-70)],
      ['cash', yuan(-30)],
    ])
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: 0 })
    await holds()
  })

  test('know no reduction of a sale that is not there, and empty their basket', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    const content = JSON.stringify({ items: [] })
    await shop.client.baskets.keep({ deviceId: TILL, content, itemCount: 1, total: yuan(-100) })
    const saleDiscount = { kind: 'amount' as const, amount: yuan(5) }
    const { returned } = await alone([back(sold, 1)], { saleDiscount, roundOff: 'yuan', basket: TILL })
    expect(returned).toMatchObject({ total: yuan(-100) })
    expect(await shop.client.baskets.open({ deviceId: TILL })).toMatchObject({
      content: null,
      lastSale: { documentId: returned.id, number: returned.number, total: yuan(-100) },
    })
  })

  test('are asked for once, whatever is lost on the way', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    const wish = {
      ...{ ...nothing, customerId: null, lines: [], returns: [back(sold, 1)], requestId: shop.rid() },
      ...{ tenders: [{ tender: 'cash' as const, amount: yuan(100) }], expectedDifference: yuan(-100) },
      ...{ reason: '', note: '' },
    }
    expect(await shop.client.exchanges.exchange(wish)).toEqual(await shop.client.exchanges.exchange(wish))
  })

  test('and nothing of them at all is refused', async () => {
    await expect(alone([])).rejects.toMatchObject({ code: 'BASKET_EMPTY' })
  })
})

describe('a refund', () => {
  const price = (lines: ReturnLine[], customerId: number | null = null) =>
    shop.client.returns.price({ customerId, lines })

  test('goes to the debt of its sale first, then to the largest tender', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 3)], {
      customerId,
      tenders: [
        { tender: 'cash', amount: yuan(80) },
        { tender: 'wechat', amount: yuan(120) },
        { tender: 'onAccount', amount: yuan(100) },
      ],
    })
    expect((await price([back(sold, 1)], customerId)).proposed).toEqual([{ tender: 'onAccount', amount: yuan(100) }])
    expect((await price([back(sold, 3)], customerId)).proposed).toEqual([
      { tender: 'onAccount', amount: yuan(100) },
      { tender: 'wechat', amount: yuan(120) },
      { tender: 'cash', amount: yuan(80) },
    ])
  })

  test('another way needs permission', async () => {
    const sold = await t.sell([t.item(tea, 1)], { tender: 'wechat' })
    const clerk = shop.as('clerk')
    await expect(t.takeBack([back(sold, 1)], { as: clerk })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'sales.refundOtherwise' },
    })
    expect(await t.takeBack([back(sold, 1)], { as: clerk, tender: 'wechat' })).toMatchObject({ total: yuan(-100) })
  })

  test('to store credit can be spent, and no more than that', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 1)], { customerId })
    await t.takeBack([back(sold, 1)], { customerId, tender: 'storeCredit' })
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ storeCredit: yuan(100) })
    await t.sell([t.item(cup, 1)], { customerId, tender: 'storeCredit' })
    await expect(t.sell([t.item(cup, 1)], { customerId, tender: 'storeCredit' })).rejects.toMatchObject({
      code: 'STORE_CREDIT_SHORT',
      data: { available: yuan(40) },
    })
    await expect(t.sell([t.item(cup, 1)], { tender: 'storeCredit' })).rejects.toMatchObject({
      code: 'STORE_CREDIT_NEEDS_CUSTOMER',
    })
    await holds()
  })

  test('of broken goods leaves nothing in stock: they come back and are written off', async () => {
    const sold = await t.sell([t.item(tea, 2)])
    const returned = await t.takeBack([back(sold, 1, { writeOff: true })])
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(8) })
    const writtenOff = returned.related.find(({ kind }) => kind === 'adjustment')
    expect(await shop.client.documents.get({ documentId: writtenOff?.id ?? 0 })).toMatchObject({
      reason: '报损',
      cost: yuan(60),
      related: [{ number: returned.number }],
    })
    await holds()
  })

  test('without receipt is not above the lowest price of 90 days', async () => {
    const unlinked = (skuId: number, price: number): ReturnLine[] => [
      { kind: 'unlinked', skuId, quantity: pieces(1), unitPrice: at(price) },
    ]
    await shop.client.staff.updateRole({
      ...{ requestId: shop.rid(), role: 'clerk' },
      permissions: ['sales.return', 'sales.returnWithoutReceipt'],
    })
    const clerk = shop.as('clerk')
    const ask = (skuId: number, amount: number) => t.takeBack(unlinked(skuId, amount), { as: clerk })
    await expect(ask(tea, 100.01)).rejects.toMatchObject({ code: 'REFUND_ABOVE_LOWEST', data: { most: yuan(100) } })
    await t.sell([t.item(tea, 2)], { saleDiscount: { kind: 'amount', amount: yuan(40) } })
    await expect(ask(tea, 100)).rejects.toMatchObject({ code: 'REFUND_ABOVE_LOWEST', data: { most: yuan(80) } })
    expect(await ask(tea, 80)).toMatchObject({ total: yuan(-80) })
    expect(shop.rows('select kind, amount from sensitive_actions')).toEqual([
      { kind: 'discounted', amount: 4_000 },
      { kind: 'returnWithoutReceipt', amount: 8_000 },
    ])
    await t.closeShift(280)
    shop.clock.advance(91 * 24 * 60 * 60 * 1_000)
    await t.openShift()
    await ask(tea, 100)
  })

  test('without receipt is not above what it costs today either, once it became cheaper', async () => {
    await shop.client.staff.updateRole({
      ...{ requestId: shop.rid(), role: 'clerk' },
      permissions: ['sales.return', 'sales.returnWithoutReceipt'],
    })
    const made = await t.product({
      code: 'SCARF',
      skus: [{ code: 'SCARF', variant: '', price: at(100), floorPrice: null, barcodes: [], archived: false }],
    })
    const skuId = made.skus[0]?.id ?? 0
    await t.receive(skuId, 10, 20)
    await t.sell([t.item(skuId, 1)])
    const change = (price: number) =>
      shop.client.products.update({
        ...{ requestId: shop.rid(), productId: made.id, code: made.code, title: made.title, kind: made.kind },
        ...{ category: made.category, baseUnit: made.baseUnit, taxRate: made.taxRate, units: [] },
        skus: made.skus.map((sku) => ({ ...sku, price: at(price) })),
      })
    await change(60)
    const ask = (price: number) =>
      t.takeBack([{ kind: 'unlinked', skuId, quantity: pieces(1), unitPrice: at(price) }], { as: shop.as('clerk') })
    await expect(ask(61)).rejects.toMatchObject({ code: 'REFUND_ABOVE_LOWEST', data: { most: yuan(60) } })
    await change(130)
    await expect(ask(101)).rejects.toMatchObject({ data: { most: yuan(100) } })
  })

  test('without receipt, of what nobody bought for 90 days, is not above the least that any tier pays today', async () => {
    await shop.client.staff.updateRole({
      ...{ requestId: shop.rid(), role: 'clerk' },
      permissions: ['sales.return', 'sales.returnWithoutReceipt'],
    })
    const save = (name: string, price: 'member' | 'wholesale', rate: number) =>
      shop.client.tiers.save({ requestId: shop.rid(), name, price, rate: rate as Rate })
    const made = await t.product({
      code: 'POT',
      skus: [
        {
          ...{ code: 'POT', variant: '', price: at(200), floorPrice: null, barcodes: [], archived: false },
          ...{ memberPrice: at(180), wholesalePrice: at(120) },
        },
      ],
    })
    await save('会员', 'member', 9_000)
    const { id: tierId } = await save('批发', 'wholesale', 10_000)
    const skuId = made.skus[0]?.id ?? 0
    const ask = (price: number) =>
      t.takeBack([{ kind: 'unlinked', skuId, quantity: pieces(1), unitPrice: at(price) }], { as: shop.as('clerk') })
    await expect(ask(200)).rejects.toMatchObject({ data: { most: yuan(120) } })
    await shop.client.tiers.archive({ requestId: shop.rid(), tierId, archived: true })
    await expect(ask(200)).rejects.toMatchObject({ data: { most: yuan(162) } })
    expect(await ask(162)).toMatchObject({ total: yuan(-162) })
  })

  test('without receipt finds that price by its index', async () => {
    await shop.client.staff.updateRole({
      ...{ requestId: shop.rid(), role: 'clerk' },
      permissions: ['sales.return', 'sales.returnWithoutReceipt'],
    })
    const clerk = shop.as('clerk')
    const lines: ReturnLine[] = [{ kind: 'unlinked', skuId: tea, quantity: pieces(1), unitPrice: at(1) }]
    const plans = await plansOf(shop, () => t.takeBack(lines, { as: clerk }))
    expect(plans).toContainEqual(
      expect.stringMatching(
        /^SEARCH document_lines USING INDEX document_lines_by_sku \(sku_id=\? AND document_id>\?\)/,
      ),
    )
  })
})
