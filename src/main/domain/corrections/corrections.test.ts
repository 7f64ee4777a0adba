import { beforeEach, describe, expect, test } from 'vitest'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 10)
  await t.openShift()
})

const get = (documentId: number) => shop.client.documents.get({ documentId })
const holds = async () =>
  expect((await shop.client.audit.check({})).filter((each) => !each.holds).map(({ name }) => name)).toEqual([])
const sensitive = () => shop.rows('select kind, subject, amount, reason from sensitive_actions')

async function nextShift() {
  shop.clock.advance(60_000)
  await t.closeShift(0, { reason: '测试' })
  await t.openShift()
}

describe('correcting the tender', () => {
  const correct = (documentId: number, over: object = {}, as = shop.client) =>
    as.corrections.correctTender({
      ...{ requestId: shop.rid(), documentId, from: 'cash', to: 'wechat', amount: yuan(128), reason: '点错了' },
      ...over,
    })

  test('reverses what was booked and writes what was paid; the drawer follows', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    const view = await correct(sold.id)
    expect(view.payments.map(({ tender, amount }) => [tender, amount])).toEqual([
      ['cash', yuan(128)],
      ['cash', yuan(-128)],
      ['wechat', yuan(128)],
    ])
    expect(await t.count(200)).toMatchObject({ expected: yuan(200) })
    expect(sensitive()).toEqual([
      { kind: 'tenderCorrected', subject: 'cash → wechat', amount: 12_800, reason: '点错了' },
    ])
    await holds()
  })

  test('to on account makes a debt, and back pays it', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 1)], { customerId })
    expect(await correct(sold.id, { to: 'onAccount' })).toMatchObject({ paymentState: 'onAccount' })
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: yuan(128) })
    expect(await correct(sold.id, { from: 'onAccount', to: 'card' })).toMatchObject({ paymentState: 'paid' })
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: 0 })
    await holds()
  })

  test('never more than the tender paid, and of a debt never what has been collected', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 1)], { customerId, tender: 'onAccount' })
    await shop.client.collections.collect({
      requestId: shop.rid(),
      customerId,
      tenders: [{ tender: 'cash', amount: yuan(28) }],
    })
    await expect(correct(sold.id)).rejects.toMatchObject({ code: 'CORRECT_TOO_MUCH', data: { most: 0 } })
    await expect(correct(sold.id, { from: 'onAccount', to: 'cash' })).rejects.toMatchObject({
      data: { most: yuan(100) },
    })
    await expect(correct(sold.id, { to: 'cash' })).rejects.toMatchObject({ code: 'TENDER_SAME' })
  })

  test('is over when the shift is closed, and not for clerks', async () => {
    const sold = await t.sell([t.item(tea, 1)])
    await expect(correct(sold.id, {}, shop.as('clerk'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await nextShift()
    await expect(correct(sold.id)).rejects.toMatchObject({ code: 'SHIFT_CLOSED' })
    expect((await get(sold.id)).allowedActions).toEqual(['returnGoods', 'print'])
  })

  test('is shown to a clerk as what another may allow in place, and to a bookkeeper not at all', async () => {
    const { id: documentId } = await t.sell([t.item(tea, 1)])
    const all = ['correctTender', 'addCustomer', 'voidSale']
    const seenBy = async (role: 'owner' | 'clerk' | 'bookkeeper') => shop.as(role).documents.get({ documentId })
    expect(await seenBy('owner')).toMatchObject({ authorisableActions: [] })
    expect(await seenBy('clerk')).toMatchObject({
      allowedActions: ['returnGoods', 'print'],
      authorisableActions: all,
    })
    expect(await seenBy('bookkeeper')).toMatchObject({ allowedActions: ['print'], authorisableActions: [] })
    await nextShift()
    expect(await seenBy('clerk')).toMatchObject({ authorisableActions: [] })
  })
})

describe('adding the forgotten member', () => {
  const add = (documentId: number, customerId: number) =>
    shop.client.corrections.addCustomer({ requestId: shop.rid(), documentId, customerId })

  test('names the customer, once', async () => {
    const customerId = await t.customer({ name: '林女士' })
    const sold = await t.sell([t.item(tea, 1)])
    expect(sold.allowedActions).toEqual(['returnGoods', 'correctTender', 'addCustomer', 'voidSale', 'print'])
    const view = await add(sold.id, customerId)
    expect(view).toMatchObject({ customerId, customerName: '林女士' })
    expect(view.allowedActions).not.toContain('addCustomer')
    await expect(add(sold.id, customerId)).rejects.toMatchObject({ code: 'CUSTOMER_ALREADY_NAMED' })
    await holds()
  })
})

describe('voiding a sale', () => {
  const voided = (documentId: number) =>
    shop.client.corrections.voidSale({ requestId: shop.rid(), documentId, reason: '客人不要了' })

  test('takes goods, money and debt back, and gives the basket for another try', async () => {
    const customerId = await t.customer()
    const sold = await t.sell(
      [t.item(tea, 2, { unitPrice: at(120), discount: { kind: 'amount', amount: yuan(10) } })],
      {
        customerId,
        saleDiscount: { kind: 'amount', amount: yuan(20.5) },
        tenders: [
          { tender: 'cash', amount: yuan(100), received: yuan(100) },
          { tender: 'onAccount', amount: yuan(109.5) },
        ],
      },
    )
    const { document, reopened, ...rest } = await voided(sold.id)
    expect(document).toMatchObject({ state: 'cancelled', paymentState: 'refunded', allowedActions: ['print'] })
    expect(document.related).toMatchObject([{ kind: 'customerReturn' }])
    expect(reopened).toMatchObject([
      { kind: 'item', skuId: tea, quantity: pieces(2), unitPrice: at(120), discount: yuan(10) },
    ])
    expect(rest).toEqual({ customerId, saleDiscount: yuan(20.5), roundOff: 0 })
    expect(await t.level(tea)).toMatchObject({ onHand: pieces(10), value: yuan(600) })
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: 0 })
    expect(await t.count(200)).toMatchObject({ expected: yuan(200) })
    await expect(voided(sold.id)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
    await holds()
  })

  test('is too late once something came back, and once the shift is closed', async () => {
    const sold = await t.sell([t.item(tea, 2)])
    await t.takeBack([{ kind: 'linked', originalLineId: sold.lines[0]?.id ?? 0, quantity: pieces(1) }])
    await expect(voided(sold.id)).rejects.toMatchObject({ code: 'VOID_TOO_LATE' })
    const other = await t.sell([t.item(tea, 1)])
    await nextShift()
    await expect(voided(other.id)).rejects.toMatchObject({ code: 'SHIFT_CLOSED' })
  })

  test('of a debt that was collected already leaves the customer what they paid', async () => {
    const customerId = await t.customer()
    const sold = await t.sell([t.item(tea, 1)], { customerId, tender: 'onAccount' })
    await shop.client.collections.collect({
      requestId: shop.rid(),
      customerId,
      tenders: [{ tender: 'cash', amount: yuan(28) }],
    })
    await voided(sold.id)
    expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: yuan(-28) })
    await holds()
  })
})
