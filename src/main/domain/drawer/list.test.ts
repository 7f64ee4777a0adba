/** Shifts by when they were opened and by 长款 and 短款: every one once, in order. */
import { beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import type { ShiftView } from '../../../contract/drawer.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { allOf } from '../../testing/paging.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

let shop: TestShop
/** What each drawer held, of the 200 that should have been in it. */
const COUNTED = [200, 190, 205, 200, 150, 205, 199]

beforeAll(async () => {
  shop = aShop()
  const t = trade(shop)
  for (const counted of COUNTED) {
    await t.openShift(200)
    await t.closeShift(counted, { reason: '点错了' })
  }
  await t.openShift(200)
})

type Asked = NonNullable<Parameters<TestShop['client']['drawer']['list']>[0]>
const listed = (asked: Asked) => allOf((after) => shop.client.drawer.list({ ...asked, after }))
const ids = (rows: readonly ShiftView[]) => rows.map(({ id }) => id)

async function mustPage(): Promise<void> {
  const newestFirst = await listed({ limit: 200 })
  expect(newestFirst).toHaveLength(COUNTED.length + 1)
  const orders = fc.constantFrom('asc' as const, 'desc' as const)
  const sorts = fc.constantFrom('time' as const, 'difference' as const)
  await fc.assert(
    fc.asyncProperty(sorts, orders, fc.integer({ min: 1, max: 9 }), async (sort, order, limit) => {
      const key = ({ id, difference }: ShiftView) => (sort === 'time' ? id : (difference ?? 0))
      const ascending = newestFirst.toSorted((a, b) => key(a) - key(b) || a.id - b.id)
      const wanted = order === 'asc' ? ascending : ascending.toReversed()
      expect(ids(await listed({ sort, order, limit }))).toEqual(ids(wanted))
    }),
    { numRuns: 60 },
  )
}

test('an open shift stands among those that were right, until it is counted', async () => {
  await mustPage()
  await trade(shop).count(180)
  await mustPage()
  const [shortest] = (await shop.client.drawer.list({ sort: 'difference', order: 'asc', limit: 1 })).rows
  expect(shortest).toMatchObject({ state: 'closed', difference: -5_000 })
})

test('by time a page is read along the ids, by difference the shifts alone are read and sorted', async () => {
  const other = aShop()
  const plans = await plansOf(other, async () => {
    for (const order of ['asc', 'desc'] as const)
      for (const sort of ['time', 'difference'] as const)
        for (const after of [undefined, '1:100']) await other.client.drawer.list({ sort, order, after })
  })
  const byTime = plans.filter((plan) => /^SEARCH shifts USING INTEGER PRIMARY KEY \(rowid[<>]\?\)$/.test(plan))
  expect(byTime).toHaveLength(2)
  const byDifference = plans.filter((plan) => plan.includes('listed'))
  expect(byDifference).toHaveLength(4)
  for (const plan of byDifference) {
    expect(plan).toMatch(/SCAN shifts \| USE TEMP B-TREE FOR ORDER BY/)
    expect(plan).toContain('SEARCH shifts USING INTEGER PRIMARY KEY (rowid=?)')
  }
})
