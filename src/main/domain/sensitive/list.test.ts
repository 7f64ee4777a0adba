import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { allOf } from '../../testing/paging.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

async function watched() {
  const shop = aShop()
  const clerk = shop.as('clerk')
  const { id: shiftId } = await trade(shop).openShift()
  await clerk.drawer.openWithoutSale({ requestId: shop.rid(), reason: '第一次' })
  await shop.client.drawer.openWithoutSale({ requestId: shop.rid(), reason: '第二次' })
  await trade(shop).closeShift(200)
  await clerk.drawer.openWithoutSale({ requestId: shop.rid(), reason: '第三次' })
  shop.sqlite.exec(`INSERT INTO sensitive_actions (kind, staff_id, authorised_by, subject, amount, reason, recorded_at,
    business_day) VALUES ('gift', ${shop.owner}, ${shop.owner}, '茶', 12800, '试喝', 0, '2026-11-21')`)
  return { shop, shiftId }
}

const reasons = ({ rows }: { rows: { reason: string }[] }) => rows.map(({ reason }) => reason)

test('lists what was done, newest first, page by page', async () => {
  const { shop } = await watched()
  const first = await shop.client.sensitive.list({ limit: 3 })
  expect(reasons(first)).toEqual(['试喝', '第三次', '第二次'])
  expect(first.rows[0]).toMatchObject({ kind: 'gift', subject: '茶', amount: 12_800, authorisedBy: '店主' })
  const next = await shop.client.sensitive.list({ after: first.next ?? '', limit: 3 })
  expect(reasons(next)).toEqual(['第一次'])
  expect(next).toMatchObject({ next: null, rows: [{ shiftNumber: 'SH-20261121-0001', authorisedBy: null }] })
})

test('by kind, by person, by shift, and all at once', async () => {
  const { shop, shiftId } = await watched()
  const { list } = shop.client.sensitive
  expect(reasons(await list({ kind: 'gift' }))).toEqual(['试喝'])
  expect(reasons(await list({ staffId: shop.owner }))).toEqual(['试喝', '第二次'])
  expect(reasons(await list({ shiftId }))).toEqual(['第二次', '第一次'])
  expect(reasons(await list({ shiftId, kind: 'drawerOpened', staffId: shop.owner }))).toEqual(['第二次'])
})

test('the oldest first as well, and paging gives every one exactly once', async () => {
  const { shop, shiftId } = await watched()
  for (const filter of [{}, { kind: 'drawerOpened' as const }, { staffId: shop.owner }, { shiftId }]) {
    const newestFirst = reasons(await shop.client.sensitive.list(filter))
    for (const limit of [1, 2, 3]) {
      const paged = async (order: 'asc' | 'desc') =>
        reasons({ rows: await allOf((after) => shop.client.sensitive.list({ ...filter, order, limit, after })) })
      expect(await paged('asc')).toEqual(newestFirst.toReversed())
      expect(await paged('desc')).toEqual(newestFirst)
    }
  }
})

test('is not for those who are watched', async () => {
  const { shop } = await watched()
  await expect(shop.as('clerk').sensitive.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('each filter has its index', async () => {
  const { shop, shiftId } = await watched()
  const planOf = async (filter: object) =>
    (await plansOf(shop, () => shop.client.sensitive.list(filter))).findLast((plan) =>
      plan.includes('sensitive_actions'),
    )
  for (const [order, sign] of [
    ['desc', '<'],
    ['asc', '>'],
  ] as const) {
    const inOrder = [
      [{ order }, `SEARCH sensitive_actions USING INTEGER PRIMARY KEY (rowid${sign}?)`],
      [{ order, kind: 'gift' }, `sensitive_actions_by_kind (kind=? AND id${sign}?)`],
      [{ order, staffId: 1 }, `sensitive_actions_by_staff (staff_id=? AND id${sign}?)`],
    ] as const
    for (const [filter, index] of inOrder) {
      expect(await planOf(filter)).toContain(index)
      expect(await planOf({ ...filter, limit: 1 })).toBeUndefined() // kept, not prepared anew
    }
    expect(await planOf({ order, shiftId })).toContain('sensitive_actions_by_shift (shift_id=?')
  }
})
