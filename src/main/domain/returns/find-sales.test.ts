/** The receipt is lost or torn: the sale is found by the little that the customer knows. */
import { beforeEach, expect, test } from 'vitest'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number
let cup: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 50)
  cup = await t.stocked('CUP-07', 50)
  await t.openShift()
})

const find = async (search: string) =>
  (await shop.client.returns.findSales({ search })).rows.map(({ number }) => number.slice(-4))

test('by the last digits of its number, of this day or an earlier one', async () => {
  for (let count = 1; count <= 3; count += 1) await t.sell([t.item(tea, count)])
  shop.clock.advance(24 * 3_600_000)
  await t.closeShift(0, { reason: '测试' })
  await t.openShift()
  await t.sell([t.item(tea, 1)])
  await t.sell([t.item(tea, 1)])
  expect(await find('0002')).toEqual(['0002', '0002'])
  expect(await find('3')).toEqual(['0003'])
  expect(await find('0009')).toEqual([])
  expect(await find('SO-20261121-0003')).toEqual(['0003'])
  const [newest] = (await shop.client.returns.findSales({ search: '2' })).rows
  expect(newest?.businessDay).toBe('2026-11-22')
})

test('by who bought it, by the end of their phone, and by what was bought', async () => {
  const empty = { code: '', address: '', note: '', creditLimit: null }
  const facts = { requestId: shop.rid(), ...empty, name: '林女士', phone: '13900001234' }
  const { id: customerId } = await shop.client.customers.create(facts)
  await t.sell([t.item(tea, 1)], { customerId })
  await t.sell([t.item(cup, 1)])
  await t.receive(cup, 5, 60) // a delivery is no sale
  expect(await find('林女士')).toEqual(['0001'])
  expect(await find('lns')).toEqual(['0001'])
  expect(await find('1234')).toEqual(['0001'])
  expect(await find('CUP-07')).toEqual(['0002'])
  expect(await find('龙井')).toEqual(['0002', '0001'])
  expect(await find('没有这个')).toEqual([])
})

test('by nothing at all: the last ones, without those that were voided', async () => {
  const sold = [await t.sell([t.item(tea, 1)]), await t.sell([t.item(cup, 2)]), await t.sell([t.item(tea, 1)])]
  await shop.client.corrections.voidSale({ requestId: shop.rid(), documentId: sold[1]?.id ?? 0, reason: '打错了' })
  expect(await find('')).toEqual(['0003', '0001'])
  expect(await find('CUP-07')).toEqual([])
})

test('is read from indexes, however many sales there are', async () => {
  await t.sell([t.item(tea, 1)])
  const plans = await plansOf(shop, async () => {
    for (const search of ['', '0001', '龙井', 'SO-20261121-0001']) await find(search)
  })
  expect(plans.filter((plan) => /SCAN (documents|document_lines)(?! USING INDEX)/.test(plan))).toEqual([])
  expect(plans.some((plan) => plan.includes('document_lines_by_sku (sku_id=?)'))).toBe(true)
})
