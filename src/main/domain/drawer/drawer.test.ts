import { beforeEach, describe, expect, test } from 'vitest'
import type { Money } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'

const HOUR = 3_600_000

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number
beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 50)
})

const current = (as = shop.client) => as.drawer.current({})
const move = (kind: 'payIn' | 'payOut' | 'cashDrop', amount: number) =>
  shop.client.drawer.move({ requestId: shop.rid(), kind, amount: yuan(amount), reason: '找零' })

describe('counting blind', () => {
  test('nobody is told what should be in the drawer before the count, the owner neither', async () => {
    const clerk = shop.as('clerk')
    await t.openShift(200)
    await t.sell([t.item(tea, 1)])
    for (const client of [shop.client, clerk]) {
      const shift = await current(client)
      expect(shift).toMatchObject({ state: 'open', counted: null })
      for (const told of ['expected', 'difference']) expect(shift).not.toHaveProperty(told)
      const { takings } = await client.drawer.report({ shiftId: shift?.id ?? 0 })
      expect(takings).toBeNull()
    }
    const [listed] = (await shop.client.drawer.list({})).rows
    expect(listed).not.toHaveProperty('expected')
    expect((await shop.client.dayEnd.get({})).takings).toBeNull()
  })

  test('after the count everybody at the drawer knows 长款 or 短款', async () => {
    const clerk = shop.as('clerk')
    await t.openShift(200)
    await t.sell([t.item(tea, 1)])
    await t.count(330)
    expect(await current()).toMatchObject({ state: 'counted', expected: yuan(328), difference: yuan(2) })
    const seen = await current(clerk)
    expect(seen).toMatchObject({ counted: yuan(330), difference: yuan(2) })
  })

  test('a shop may let those see it live who may see the drawer', async () => {
    const { trade: _, currency: __, currencyDecimals: ___, ...profile } = await shop.client.settings.get({})
    await shop.client.settings.update({ ...profile, blindCount: false, requestId: shop.rid() })
    const clerk = shop.as('clerk')
    await t.openShift(200)
    expect(await current()).toMatchObject({ state: 'open', expected: yuan(200) })
    expect(await current(clerk)).not.toHaveProperty('expected')
  })

  test('one may count again, and each count is kept', async () => {
    await t.openShift(200)
    await t.count(190)
    await t.count(200)
    expect(await current()).toMatchObject({
      difference: 0,
      counts: [{ counted: yuan(190), difference: yuan(-10) }, { counted: yuan(200) }],
    })
  })

  test('cash that moves after the count makes it count no more, and hides the sum again', async () => {
    await t.openShift(200)
    await t.count(200)
    await t.sell([t.item(tea, 1)])
    const shift = await current()
    expect(shift).toMatchObject({ state: 'open', counted: null, counts: [{ counted: yuan(200) }] })
    expect(JSON.stringify(shift)).not.toContain('difference')
    await expect(shop.client.drawer.close({ requestId: shop.rid(), reason: '' })).rejects.toMatchObject({
      code: 'DRAWER_NOT_COUNTED',
    })
  })

  test('by notes and coins, which must add up', async () => {
    await t.openShift(200)
    const hundreds = { value: yuan(100), count: 2 }
    const ones = { value: yuan(1), count: 3 }
    const count = (counted: number) =>
      shop.client.drawer.count({ requestId: shop.rid(), counted: yuan(counted), denominations: [hundreds, ones] })
    await expect(count(200)).rejects.toMatchObject({
      code: 'COUNT_DOES_NOT_ADD_UP',
      data: { counted: yuan(200), sum: yuan(203) },
    })
    expect((await count(203)).counts).toMatchObject([{ denominations: [hundreds, ones] }])
  })
})

describe('closing', () => {
  test('what is handed over leaves the rest as the next float', async () => {
    expect(await shop.client.drawer.left({})).toEqual({ float: null })
    await t.openShift(200)
    await t.sell([t.item(tea, 1)])
    expect(await t.closeShift(328, { dropped: 128 })).toMatchObject({
      state: 'closed',
      difference: 0,
      dropped: yuan(128),
      floatLeft: yuan(200),
    })
    expect(await shop.client.drawer.left({})).toEqual({ float: yuan(200) })
  })

  test('a difference above the shop’s limit needs a reason', async () => {
    await t.openShift(200)
    await expect(t.closeShift(190)).rejects.toMatchObject({
      code: 'DIFFERENCE_NEEDS_REASON',
      data: { difference: yuan(-10), limit: yuan(5) },
    })
    expect(await t.closeShift(190, { reason: '找错零' })).toMatchObject({ difference: yuan(-10), reason: '找错零' })
    await t.openShift(200)
    expect(await t.closeShift(205)).toMatchObject({ difference: yuan(5), reason: '' })
  })

  test('no more is handed over than was counted, and nothing closes uncounted', async () => {
    await t.openShift(200)
    const close = (dropped: number) =>
      shop.client.drawer.close({ requestId: shop.rid(), reason: '', dropped: yuan(dropped) })
    await expect(close(0)).rejects.toMatchObject({ code: 'DRAWER_NOT_COUNTED' })
    await t.count(200)
    await expect(close(201)).rejects.toMatchObject({ code: 'DRAWER_SHORT' })
  })
})

test('上缴 takes cash out of the drawer in the middle of the day, and the sums hold', async () => {
  await t.openShift(200)
  await move('payIn', 50)
  await move('cashDrop', 120)
  await expect(move('cashDrop', 131)).rejects.toMatchObject({ code: 'DRAWER_SHORT' })
  expect(await t.closeShift(130)).toMatchObject({ expected: yuan(130), difference: 0 })
  expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
})

describe('opening the drawer without a sale', () => {
  test('is recorded with its reason, counted on the shift report and told to every screen', async () => {
    const clerk = shop.as('clerk')
    const { id: shiftId } = await t.openShift()
    await clerk.drawer.openWithoutSale({ requestId: shop.rid(), reason: '换零钱' })
    expect(shop.changes.at(-1)).toMatchObject({
      name: 'drawer.openWithoutSale',
      refs: { drawer: 'opened', shift: shiftId },
    })
    expect((await shop.client.sensitive.list({})).rows).toMatchObject([{ kind: 'drawerOpened', reason: '换零钱' }])
    expect(await shop.client.drawer.report({ shiftId })).toMatchObject({
      sensitive: [{ kind: 'drawerOpened', count: 1, amount: 0 }],
    })
  })

  test('is for who may, with or without a shift', async () => {
    await shop.client.drawer.openWithoutSale({ requestId: shop.rid(), reason: '放零钱' })
    const refused = shop.as('bookkeeper').drawer.openWithoutSale({ requestId: shop.rid(), reason: '看看' })
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a shift of yesterday', () => {
  test('is counted and closed before anything is sold', async () => {
    const { number } = await t.openShift()
    shop.clock.advance(22 * HOUR)
    expect(await current()).toMatchObject({ forgotten: true })
    await expect(t.sell([t.item(tea, 1)])).rejects.toMatchObject({
      code: 'SHIFT_OF_YESTERDAY',
      data: { number, businessDay: '2026-11-21' },
    })
    await t.closeShift(200)
    await t.openShift()
    await t.sell([t.item(tea, 1)])
  })

  test('gives nothing back either, but cash may be put right', async () => {
    await t.openShift()
    const { id: documentId } = await t.sell([t.item(tea, 1)])
    const originalLineId = (await shop.client.documents.get({ documentId })).lines[0]?.id ?? 0
    shop.clock.advance(22 * HOUR)
    const back = t.takeBack([{ kind: 'linked', originalLineId, quantity: pieces(1) }])
    await expect(back).rejects.toMatchObject({ code: 'SHIFT_OF_YESTERDAY' })
    await move('payIn', 1)
  })

  test('that was opened late runs through the night', async () => {
    shop.clock.advance(12 * HOUR) // 22:00
    await t.openShift()
    shop.clock.advance(8 * HOUR) // 06:00, and the day began at 4
    expect(await current()).toMatchObject({ forgotten: false })
    expect(await t.sell([t.item(tea, 1)])).toMatchObject({ businessDay: '2026-11-22' })
    shop.clock.advance(5 * HOUR)
    await expect(t.sell([t.item(tea, 1)])).rejects.toMatchObject({ code: 'SHIFT_OF_YESTERDAY' })
  })
})

test('the same count sent twice is one count', async () => {
  await t.openShift(200)
  const wish = { requestId: shop.rid(), counted: 20_000 as Money }
  await shop.client.drawer.count(wish)
  expect((await shop.client.drawer.count(wish)).counts).toHaveLength(1)
})
