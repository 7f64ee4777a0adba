import { beforeEach, describe, expect, test } from 'vitest'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { at, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number
beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 2)
})

const dayEnd = () => shop.client.dayEnd.get({})
const confirm = () => shop.client.dayEnd.confirm({ requestId: shop.rid() })

test('one screen says what still stands open today', async () => {
  const customerId = await t.customer()
  const { number } = await t.openShift(200)
  await t.sell([t.item(tea, 3)])
  await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
  const tenders = [
    { tender: 'cash' as const, amount: yuan(28) },
    { tender: 'onAccount' as const, amount: yuan(100) },
  ]
  await t.sell([t.item(tea, 1)], { tenders, customerId })
  expect(await dayEnd()).toMatchObject({
    businessDay: '2026-11-21',
    openShift: { number },
    unpaid: { count: 2, amount: yuan(228) },
    negativeStock: 1,
    incomplete: 0,
    parked: { count: 0, amount: 0 },
    lastSnapshotAt: null,
    takings: null,
    done: null,
  })
  await t.closeShift(612, { dropped: 412 })
  expect(await dayEnd()).toMatchObject({
    openShift: null,
    shifts: { count: 1, counted: yuan(612), difference: 0, dropped: yuan(412) },
    takings: { sales: { count: 3, amount: yuan(640) } },
  })
})

test('what is confirmed and not handed over waits, whenever it was ordered, and a link opens just that', async () => {
  await t.openShift()
  const { id } = await t.sell([t.item(tea, 2)])
  await t.sell([t.item(tea, 1)])
  expect(await dayEnd()).toMatchObject({ unshipped: { count: 0, amount: 0 } })
  shop.sqlite.exec(`UPDATE documents SET state = 'confirmed' WHERE id = ${id}`)
  shop.clock.advance(24 * 3_600_000)
  expect(await dayEnd()).toMatchObject({ unshipped: { count: 1, amount: yuan(256) } })
  expect((await shop.client.documents.list({ state: 'confirmed' })).rows).toMatchObject([{ id }])
  expect((await shop.client.documents.list({ state: 'onHold' })).rows).toEqual([])
})

test('the unpaid documents are listed whatever they are called: on account, or in part', async () => {
  const customerId = await t.customer()
  await t.openShift()
  await t.sell([t.item(tea, 1)])
  const { id: whole } = await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
  const tenders = [
    { tender: 'cash' as const, amount: yuan(28) },
    { tender: 'onAccount' as const, amount: yuan(100) },
  ]
  const { id: part } = await t.sell([t.item(tea, 1)], { tenders, customerId })
  const ids = async (more: object) =>
    (await shop.client.documents.list({ payment: 'owing', ...more })).rows.map((row) => row.id)
  const today = { from: '2026-11-21' as never, to: '2026-11-21' as never }
  for (const more of [{}, today, { kind: 'sale' }, { customerId }, { search: 'SO-2026' }, { search: '批发' }])
    expect(await ids(more)).toEqual([part, whole])
  expect(await ids({ limit: 1 })).toEqual([part])
  expect(await ids({ after: `2026-11-21:${part}` })).toEqual([whole])
  expect(await ids({ state: 'cancelled' })).toEqual([])
})

test('goods made in a hurry and sales put aside wait too, until somebody sees to them', async () => {
  const made = await shop.client.products.quickCreate({ requestId: shop.rid(), title: '茶杯', price: at(15) })
  await shop.client.products.quickCreate({ requestId: shop.rid(), title: '茶盘', price: at(80) })
  const aside = { deviceId: '01JD00000000000000000000T1', content: '{}', itemCount: 1, note: '' }
  const { basketId } = await shop.client.baskets.park({ requestId: shop.rid(), ...aside, total: yuan(15) })
  expect(await dayEnd()).toMatchObject({ incomplete: 2, parked: { count: 1, amount: yuan(15) } })
  await shop.client.products.archive({ requestId: shop.rid(), productId: made.productId, archived: true })
  await shop.client.baskets.remove({ requestId: shop.rid(), basketId })
  expect(await dayEnd()).toMatchObject({ incomplete: 1, parked: { count: 0, amount: 0 } })
})

test('yesterday’s debts are not today’s', async () => {
  const customerId = await t.customer()
  await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })
  shop.clock.advance(24 * 3_600_000)
  expect(await dayEnd()).toMatchObject({ unpaid: { count: 0, amount: 0 } })
})

describe('saying that the day is done', () => {
  test('keeps the head of the audit chain and what stood open', async () => {
    const [head] = shop.rows('SELECT seq, lower(hex(hash)) AS hash FROM commands ORDER BY seq DESC LIMIT 1')
    expect((await confirm()).done).toMatchObject({ ...head, staffName: '店主' })
    const [kept] = shop.rows('SELECT left_open FROM day_ends')
    expect(JSON.parse(String(kept?.left_open))).toMatchObject({ unpaid: { count: 0, amount: 0 }, negativeStock: 0 })
  })

  test('waits for the drawer to be counted and closed', async () => {
    const { number } = await t.openShift()
    await expect(confirm()).rejects.toMatchObject({ code: 'SHIFT_STILL_OPEN', data: { number } })
    await t.closeShift(200)
    await confirm()
  })

  test('is for who may end the day, and may be said again later', async () => {
    await expect(shop.as('clerk').dayEnd.confirm({ requestId: shop.rid() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await confirm()
    shop.clock.advance(60_000)
    const { done } = await confirm()
    expect(done?.recordedAt).toBe(shop.clock.now())
  })

  test('shows a tail of the chain that was cut off and written anew', async () => {
    await t.openShift()
    await t.closeShift(200)
    await confirm()
    const triggers = shop.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (const { name } of triggers) shop.sqlite.exec(`DROP TRIGGER ${String(name)}`)
    shop.sqlite.pragma('foreign_keys = off')
    shop.sqlite.exec(`DELETE FROM command_payloads WHERE seq >= (SELECT seq FROM day_ends);
      DELETE FROM commands WHERE seq >= (SELECT seq FROM day_ends);
      UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM commands) WHERE name = 'commands'`)
    await t.openShift()
    expect((await shop.client.audit.check({})).find(({ name }) => name === 'auditChainUnbroken')).toMatchObject({
      holds: false,
    })
  })
})

test('is read by the day alone', async () => {
  const plans = await plansOf(shop, dayEnd)
  const about = (words: string) => plans.filter((plan) => plan.includes(words))
  expect(about('documents_by_payment (payment_state=? AND business_day=?)')).toHaveLength(1)
  expect(about('SEARCH shifts USING INDEX shifts_by_day (business_day=?)')).toHaveLength(1)
  expect(about('documents_by_state (state=?)')).toHaveLength(1)
  expect(about('day_ends_by_day (business_day=?)')).toHaveLength(1)
  expect(about('stock_levels_negative')).toHaveLength(1)
  expect(about('documents_by_day (business_day=?) | SEARCH payments USING INDEX payments_by_document')).toHaveLength(1)
  expect(about('products_incomplete')).toHaveLength(1)
  expect(plans).toContain('SCAN baskets USING INDEX baskets_parked')
  expect(plans).not.toContain('SCAN baskets')
  expect(about('SCAN documents')).toEqual([])
})
