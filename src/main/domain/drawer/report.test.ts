import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'

/** A shift with a bit of everything: 128 a box. */
async function aShift() {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 50)
  const customerId = await t.customer()
  await t.openShift(200)
  await t.sell([t.item(tea, 1)]) // of the shift before: in no report
  await t.closeShift(328)
  const { id: shiftId } = await t.openShift(200)
  const sold = await t.sell([t.item(tea, 2)], { saleDiscount: { kind: 'amount', amount: yuan(5.5) }, roundOff: 'yuan' }) // 250
  await t.sell([t.item(tea, 1)], { tender: 'wechat' })
  await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
  const originalLineId = sold.lines[0]?.id ?? 0
  await t.takeBack([{ kind: 'linked', originalLineId, quantity: pieces(1) }]) // 125
  return { shop, t, shiftId, tea, customerId }
}

test('the shift report has every tender with its count, refunds and 赊账 apart, and what was taken off', async () => {
  const { shop, t, shiftId } = await aShift()
  await t.count(325)
  const aside = { deviceId: '01JD00000000000000000000T1', content: '{}', itemCount: 1, note: '' }
  for (const total of [yuan(12), yuan(30.5)]) await shop.client.baskets.park({ requestId: shop.rid(), ...aside, total })
  const { takings, shift, parked } = await shop.client.drawer.report({ shiftId })
  expect(takings).toEqual({
    sales: { count: 3, amount: yuan(506), average: 16_867 },
    returns: { count: 1, amount: yuan(125) },
    voided: { count: 0, amount: 0 },
    discounts: yuan(5.5),
    roundOff: yuan(0.5),
    gifts: { count: 0, amount: 0 },
    tenders: [
      { tender: 'cash', count: 1, amount: yuan(250) },
      { tender: 'onAccount', count: 1, amount: yuan(128) },
      { tender: 'wechat', count: 1, amount: yuan(128) },
    ],
    refunds: [{ tender: 'cash', count: 1, amount: yuan(125) }],
    collected: [],
    onAccount: yuan(128),
  })
  expect(shift).toMatchObject({ expected: yuan(325), difference: 0, float: yuan(200) })
  expect(parked).toEqual({ count: 2, amount: yuan(42.5) })
})

test('what was collected of debts, given away and corrected counts as what it is', async () => {
  const { shop, t, shiftId, customerId } = await aShift()
  const run = (sql: string) => shop.sqlite.exec(sql)
  const payment = (document: string, tender: string, amount: number) =>
    run(`INSERT INTO payments (document_id, tender, amount, received, change, shift_id, staff_id, recorded_at, business_day)
      VALUES (${document}, '${tender}', ${amount}, ${amount}, 0, ${shiftId}, 1, 0, '2026-11-21')`)
  const wechatSale = `(SELECT document_id FROM payments WHERE tender = 'wechat' LIMIT 1)`
  payment(wechatSale, 'wechat', -12_800)
  payment(wechatSale, 'alipay', 12_800)
  run(`INSERT INTO documents (uid, kind, number, state, payment_state, customer_id, shop_profile_id, staff_id, channel,
      prices_include_tax, first_title, line_count, subtotal, discount_total, round_off, total, tax, cost, paid, reason,
      note, recorded_at, business_day)
    VALUES ('D', 'debtCollection', 'DC-20261121-0001', 'completed', 'paid', ${customerId}, 1, 1, 'counter', 1, '', 0,
      0, 0, 0, 0, 0, 0, 0, '', '', 0, '2026-11-21')`)
  payment('(SELECT max(id) FROM documents)', 'cash', 5_000)
  payment('(SELECT max(id) FROM documents)', 'onAccount', -5_000)
  run(`INSERT INTO document_lines (document_id, position, kind, code, title, variant, unit, factor, quantity, base_quantity,
      unit_price, price_from, gross, line_discount, discount_share, amount, tax_rate, tax, cost, gift_reason)
    VALUES (${wechatSale}, 2, 'goods', '', '茶', '', '盒', 1000, 1000, 1000, 1280000, 'list', 12800, 12800, 0, 0, 0, 0, 0, '试喝')`)
  await t.count(375)
  const { takings, shift } = await shop.client.drawer.report({ shiftId })
  expect(shift.expected).toBe(yuan(375))
  expect(takings).toMatchObject({
    gifts: { count: 1, amount: yuan(128) },
    tenders: [{ tender: 'alipay', count: 1 }, { tender: 'cash' }, { tender: 'onAccount' }],
    collected: [{ tender: 'cash', count: 1, amount: yuan(50) }],
  })
})

test('a voided sale is neither sold nor given back, with its gift, discounts and tenders; it has a row of its own', async () => {
  const { shop, t, shiftId, tea } = await aShift()
  const before = async () => (await shop.client.drawer.report({ shiftId })).takings
  await t.count(325)
  const stood = await before()
  const wrong = await t.sell([t.item(tea, 1), t.item(tea, 1, { gift: { reason: '老客' } })], {
    saleDiscount: { kind: 'amount', amount: yuan(8) },
    tenders: [
      { tender: 'cash', amount: yuan(20) },
      { tender: 'wechat', amount: yuan(100) },
    ],
  })
  await shop.client.corrections.voidSale({ requestId: shop.rid(), documentId: wrong.id, reason: '打错了' })
  await t.count(325)
  expect(await before()).toEqual({ ...stood, voided: { count: 1, amount: yuan(120) } })
  expect((await shop.client.dayEnd.get({})).takings).toMatchObject({ voided: { count: 1, amount: yuan(120) } })
})

test('a gift that comes back changes nothing of what was given away and taken off', async () => {
  const { shop, t, shiftId, tea } = await aShift()
  const given = await t.sell([t.item(tea, 1), t.item(tea, 1, { gift: { reason: '老客' } })])
  await t.takeBack([{ kind: 'linked', originalLineId: given.lines[1]?.id ?? 0, quantity: pieces(1) }])
  await t.count(453)
  expect((await shop.client.drawer.report({ shiftId })).takings).toMatchObject({
    discounts: yuan(5.5),
    gifts: { count: 1, amount: yuan(128) },
    returns: { count: 2 },
  })
})

test('a tender that was corrected in part still counts its sale', async () => {
  const { shop, t, shiftId, tea } = await aShift()
  const sold = await t.sell([t.item(tea, 1)])
  const wish = { documentId: sold.id, from: 'cash' as const, to: 'alipay' as const, amount: yuan(28), reason: '点错了' }
  await shop.client.corrections.correctTender({ requestId: shop.rid(), ...wish })
  await t.count(425)
  const { takings } = await shop.client.drawer.report({ shiftId })
  expect(takings?.tenders).toContainEqual({ tender: 'cash', count: 2, amount: yuan(350) })
  expect(takings?.tenders).toContainEqual({ tender: 'alipay', count: 1, amount: yuan(28) })
})

test('is for who sees the drawer, and for whoever opened or closed that shift', async () => {
  const { shop, t, shiftId } = await aShift()
  const clerk = shop.as('clerk')
  await expect(shop.as('bookkeeper').drawer.report({ shiftId: 999 })).rejects.toMatchObject({ code: 'SHIFT_NOT_FOUND' })
  await t.closeShift(325)
  await expect(clerk.drawer.report({ shiftId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await t.openShift()
  const closed = await t.closeShift(200, { as: clerk })
  expect(await clerk.drawer.report({ shiftId: closed.id })).toMatchObject({ takings: { sales: { count: 0 } } })
})

test('is read by the shift alone, however many orders there are', async () => {
  const shop = aShop()
  const t = trade(shop)
  const plans = await plansOf(shop, async () => {
    const { id: shiftId } = await t.openShift()
    await t.count(200)
    await shop.client.drawer.report({ shiftId })
  })
  const about = (words: string) => plans.filter((plan) => plan.includes(words))
  expect(about('documents USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)')).toHaveLength(1)
  expect(
    about('document_lines USING INDEX sqlite_autoindex_document_lines_1 (document_id>? AND document_id<?)'),
  ).toHaveLength(1)
  expect(about('payments_by_shift (shift_id=?) | SEARCH documents USING INTEGER PRIMARY KEY')).toHaveLength(1)
  expect(about('sensitive_actions_by_shift (shift_id=?)')).toHaveLength(1)
  expect(about('SCAN documents')).toEqual([])
})
