import { expect, test } from 'vitest'
import type { BusinessDay } from '../../../contract/values.ts'
import { aShop } from '../../testing/a-shop.ts'
import { trade } from '../../testing/trade.ts'
import { withDays } from './last-days.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

test('seven days end with today, reach over the month and stand in the place of another span', () => {
  const today = '2026-03-02' as BusinessDay
  expect(withDays({ lastDays: 1 }, today)).toEqual({ from: today, to: today })
  expect(withDays({ lastDays: 7 }, today)).toEqual({ from: '2026-02-24', to: today })
  expect(withDays({ lastDays: 30, from: today }, today)).toEqual({ from: '2026-02-01', to: today })
  expect(withDays({ from: today }, today)).toEqual({ from: today })
})

test('the list and its counts take the day from the shop, which ends with its day-start hour', async () => {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 10)
  const customerId = await t.customer()
  const sold: number[] = []
  const sell = async () => void sold.unshift((await t.sell([t.item(tea, 1)], { tender: 'onAccount', customerId })).id)
  const listed = async (lastDays: number) => {
    const { rows } = await shop.client.documents.list({ kind: 'sale', lastDays })
    const { kinds } = await shop.client.documents.counts({ lastDays })
    expect(kinds.sale).toBe(rows.length)
    return rows.map(({ id }) => id)
  }
  await sell()
  shop.clock.advance(DAY)
  await sell()
  shop.clock.advance(17 * HOUR) // three at night
  await sell()
  expect(await listed(1)).toEqual(sold.slice(0, 2))
  expect(await listed(2)).toEqual(sold)
  shop.clock.advance(2 * HOUR)
  expect(await listed(1)).toEqual([])
  expect(await listed(2)).toEqual(sold.slice(0, 2))
})
