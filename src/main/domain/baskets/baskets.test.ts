import { expect, test } from 'vitest'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'

const TILL = '01KAMT1TT00000000000000001'
const PHONE = '01KAMT1TT00000000000000002'

const holding = (...lines: string[]) => ({
  content: JSON.stringify({ lines }),
  itemCount: lines.length,
  total: yuan(lines.length),
})

const park = (shop: TestShop, deviceId: string, note: string, ...lines: string[]) =>
  shop.client.baskets.park({ requestId: shop.rid(), deviceId, note, ...holding(...lines) })

const contentOn = async ({ client }: TestShop, deviceId: string) => (await client.baskets.open({ deviceId })).content

test('an open basket is kept as it is written, each device its own, and it is no line of the records', async () => {
  const shop = aShop()
  const recorded = () => shop.rows('SELECT count(*) AS lines FROM commands')
  const before = recorded()
  await shop.client.baskets.keep({ deviceId: TILL, ...holding('tea') })
  await shop.client.baskets.keep({ deviceId: TILL, ...holding('tea', 'cup') })
  await shop.client.baskets.keep({ deviceId: PHONE, ...holding('jar') })
  expect(await contentOn(shop, TILL)).toBe('{"lines":["tea","cup"]}')
  expect(await contentOn(shop, PHONE)).toBe('{"lines":["jar"]}')
  expect(recorded()).toEqual(before)
  expect(shop.changes).toEqual([])
  await shop.client.baskets.keep({ deviceId: TILL, content: null, itemCount: 0, total: yuan(0) })
  expect(await contentOn(shop, TILL)).toBeNull()
})

test('a change is always later than the one before, also with a clock that was set back', async () => {
  const shop = aShop()
  const first = await shop.client.baskets.keep({ deviceId: TILL, ...holding('tea') })
  shop.clock.advance(-3_600_000)
  const second = await shop.client.baskets.keep({ deviceId: TILL, ...holding('tea', 'cup') })
  expect(second.changedAt).toBeGreaterThan(first.changedAt)
})

test('a parked sale leaves the basket empty and is seen on every device', async () => {
  const shop = aShop()
  await shop.client.baskets.keep({ deviceId: TILL, ...holding('tea', 'cup') })
  shop.clock.advance(60_000)
  await park(shop, TILL, '红衣服的客人', 'tea', 'cup')
  expect(await contentOn(shop, TILL)).toBeNull()
  const [parked] = await shop.as('clerk').baskets.parked({})
  expect(parked).toMatchObject({ note: '红衣服的客人', itemCount: 2, total: yuan(2), staffName: '店主' })
  expect((parked?.changedAt ?? 0) - (parked?.beganAt ?? 0)).toBe(60_000)
})

test('of two devices that want the same parked sale exactly one gets it', async () => {
  const shop = aShop()
  const { basketId } = await park(shop, TILL, '', 'tea')
  const recall = (deviceId: string) => shop.client.baskets.recall({ requestId: shop.rid(), deviceId, basketId })
  const outcomes = await Promise.allSettled([recall(TILL), recall(PHONE)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes).toContainEqual(
    expect.objectContaining({ reason: expect.objectContaining({ code: 'BASKET_GONE' }) as unknown }),
  )
  const contents = [await contentOn(shop, TILL), await contentOn(shop, PHONE)]
  expect(contents.filter((content) => content !== null)).toEqual(['{"lines":["tea"]}'])
  expect(await shop.client.baskets.parked({})).toEqual([])
})

test('a recall whose answer was lost gives the same basket again', async () => {
  const shop = aShop()
  const { basketId } = await park(shop, TILL, '', 'tea')
  const wish = { requestId: shop.rid(), deviceId: TILL, basketId }
  expect(await shop.client.baskets.recall(wish)).toEqual(await shop.client.baskets.recall(wish))
})

test('nothing is recalled over an open basket unless that is parked in the same step', async () => {
  const shop = aShop()
  const { basketId } = await park(shop, TILL, '', 'tea')
  await shop.client.baskets.keep({ deviceId: TILL, ...holding('cup') })
  const wish = { deviceId: TILL, basketId }
  const recalled = shop.client.baskets.recall({ requestId: shop.rid(), ...wish })
  await expect(recalled).rejects.toMatchObject({ code: 'BASKET_NOT_EMPTY' })
  const parkOpen = { note: '等一下', ...holding('cup') }
  const open = await shop.client.baskets.recall({ requestId: shop.rid(), ...wish, parkOpen })
  expect(open.content).toBe('{"lines":["tea"]}')
  expect(await shop.client.baskets.parked({})).toMatchObject([{ note: '等一下', itemCount: 1 }])
})

test('lines move between baskets in one step, or not at all when another till was there first', async () => {
  const shop = aShop()
  const { basketId } = await park(shop, TILL, '一桌', 'tea', 'cup')
  const { changedAt } = await shop.client.baskets.get({ basketId })
  const moved = { changedAt, basketId, basket: { note: '一桌', ...holding('tea') } }
  const split = (deviceId: string) =>
    shop.client.baskets.rearrange({
      ...{ requestId: shop.rid(), deviceId },
      parked: [moved],
      added: [{ note: '另付', ...holding('cup') }],
    })
  await split(TILL)
  await expect(split(PHONE)).rejects.toMatchObject({ code: 'BASKET_CHANGED' })
  const notes = (await shop.client.baskets.parked({})).map(({ note, itemCount }) => [note, itemCount])
  expect(notes).toEqual([
    ['另付', 1],
    ['一桌', 1],
  ])
})

test('lines of a parked sale come to a device that had no basket yet, and to no other’s', async () => {
  const shop = aShop()
  const { basketId } = await park(shop, TILL, '一桌', 'tea', 'cup')
  await shop.client.baskets.keep({ deviceId: TILL, ...holding('pot') })
  const { changedAt } = await shop.client.baskets.get({ basketId })
  const move = (deviceId: string) =>
    shop.client.baskets.rearrange({
      ...{ requestId: shop.rid(), deviceId },
      open: { changedAt: null, basket: holding('tea') },
      parked: [{ basketId, changedAt, basket: { note: '一桌', ...holding('cup') } }],
    })
  await expect(move(TILL)).rejects.toMatchObject({ code: 'BASKET_CHANGED' })
  expect(await move(PHONE)).toMatchObject({ content: '{"lines":["tea"]}' })
  expect(await shop.client.baskets.get({ basketId })).toMatchObject({ content: '{"lines":["cup"]}' })
})

test('rearranging cannot make sales vanish: that is deleting, which is counted', async () => {
  const shop = aShop()
  const { basketId } = await park(shop, TILL, '', 'tea')
  const { changedAt } = await shop.client.baskets.get({ basketId })
  const gone = shop.client.baskets.rearrange({
    ...{ requestId: shop.rid(), deviceId: TILL },
    parked: [{ basketId, changedAt, basket: null }],
  })
  await expect(gone).rejects.toMatchObject({ code: 'BASKET_EMPTY' })
  await shop.as('clerk').baskets.remove({ requestId: shop.rid(), basketId })
  expect(shop.rows('SELECT kind, subject, amount FROM sensitive_actions')).toEqual([
    { kind: 'parkedDeleted', subject: `#${String(basketId)}`, amount: yuan(1) },
  ])
})

test('what was taken out of the open basket is counted with its sum', async () => {
  const shop = aShop()
  const said = { requestId: shop.rid(), kind: 'lineRemoved', subject: '龙井茶 250g', amount: yuan(128) } as const
  await shop.client.baskets.recordRemoval(said)
  expect(shop.rows('SELECT kind, subject, amount FROM sensitive_actions')).toEqual([
    { kind: 'lineRemoved', subject: '龙井茶 250g', amount: yuan(128) },
  ])
})

test('a sale empties its device’s basket in its own transaction, and the device can ask whether it was booked', async () => {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 5)
  await t.openShift()
  await shop.client.baskets.keep({ deviceId: TILL, ...holding('tea') })
  const sale = {
    ...{ requestId: 'the-last-sale-0001', basket: TILL, customerId: null, note: '' },
    ...{ saleDiscount: null, roundOff: 'none' as const, expectedTotal: yuan(128) },
    lines: [{ kind: 'item' as const, skuId: tea, quantity: pieces(1) }],
  }
  const refused = shop.client.orders.sell({ ...sale, requestId: shop.rid(), tenders: [] })
  await expect(refused).rejects.toMatchObject({ code: 'TENDERS_DO_NOT_MATCH' })
  expect(await shop.client.baskets.open({ deviceId: TILL })).toMatchObject({
    content: '{"lines":["tea"]}',
    lastSale: null,
  })
  const { id, number } = await shop.client.orders.sell({ ...sale, tenders: [{ tender: 'cash', amount: yuan(128) }] })
  expect(await shop.client.baskets.open({ deviceId: TILL })).toMatchObject({
    content: null,
    lastSale: { documentId: id, number, total: yuan(128), requestId: 'the-last-sale-0001' },
  })
  await shop.client.baskets.keep({ deviceId: TILL, ...holding('cup') })
  expect((await shop.client.baskets.open({ deviceId: TILL })).lastSale).toMatchObject({ number })
})

test('what a basket holds is not copied into the records', async () => {
  const shop = aShop()
  const { basketId } = await park(shop, TILL, '挂着', 'a secret of the customer')
  const recall = { requestId: shop.rid(), deviceId: TILL, basketId, parkOpen: { note: '', ...holding('a secret too') } }
  await shop.client.baskets.recall(recall)
  expect(JSON.stringify(shop.rows('SELECT payload FROM command_payloads'))).not.toContain('secret')
})

test('baskets are looked up, never searched', async () => {
  const shop = aShop()
  const t = trade(shop)
  const plans = await plansOf(shop, async () => {
    await t.openShift()
    await t.sell([t.item(await t.stocked('TEA-01', 5), 1)], { basket: TILL })
    await shop.client.baskets.open({ deviceId: TILL })
    await shop.client.baskets.parked({})
    await shop.client.baskets.get({ basketId: (await park(shop, TILL, '', 'tea')).basketId })
  })
  const own = plans.filter((plan) => /baskets|commands_by_document/.test(plan))
  expect(own).toContainEqual(expect.stringMatching(/^SEARCH baskets USING INDEX baskets_open \(device=\?\)$/))
  expect(own).toContainEqual(expect.stringMatching(/^SEARCH commands USING INDEX commands_by_document \(<expr>=\?\)$/))
  for (const plan of own) {
    expect(plan).not.toContain('TEMP B-TREE')
    expect(plan.replace('SCAN baskets USING INDEX baskets_parked', '')).not.toContain('SCAN')
  }
})
