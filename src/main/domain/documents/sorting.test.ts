/** Documents oldest first and by what they come to: every row once, in order, whatever the filters. */
import { beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { DOCUMENT_KINDS, PAYMENT_STATES, type DocumentRow } from '../../../contract/documents.ts'
import type { Permission } from '../../../contract/permissions.ts'
import type { BusinessDay } from '../../../contract/values.ts'
import { readContext } from '../../api/transaction.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'
import { listDocuments } from './list.ts'

const DAY = 24 * 60 * 60 * 1000
const SECOND = '2026-11-22' as BusinessDay
let shop: TestShop
let customerId: number

/** Three days of equal and different sums, returns, and a debt of which a part is collected. */
beforeAll(async () => {
  shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 100)
  const cake = await t.stocked('CAKE-1', 100, { price: 256 })
  customerId = await t.customer({ name: '和平茶行' })
  for (let day = 0; day < 3; day += 1) {
    await t.openShift()
    for (const count of [1, 3, 2, 2]) await t.sell([t.item(day === 1 ? cake : tea, count)])
    await t.sell([t.item(tea, 2)], { customerId, tender: 'onAccount' })
    const sold = await t.sell([t.item(tea, 1)])
    await t.takeBack([{ kind: 'linked', originalLineId: sold.lines[0]?.id ?? 0, quantity: pieces(1) }])
    const tenders = [{ tender: 'wechat' as const, amount: yuan(50 + day) }]
    await shop.client.collections.collect({ requestId: shop.rid(), customerId, tenders })
    await t.closeShift(200, { reason: '没有点' })
    shop.clock.advance(DAY)
  }
})

type Filter = NonNullable<Parameters<TestShop['client']['documents']['list']>[0]>

async function allOf(filter: Filter, limit: number): Promise<DocumentRow[]> {
  const rows: DocumentRow[] = []
  let after: string | undefined
  do {
    const page = await shop.client.documents.list({ ...filter, limit, after })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

const ids = (rows: readonly DocumentRow[]) => rows.map(({ id }) => id)
const comesTo = ({ total, collected }: DocumentRow) => collected ?? total

test('paging through documents, oldest first or by total, gives every one exactly once and in order', async () => {
  const filters = fc.record({
    search: fc.constantFrom('', '', '和平', 'SO-2026'),
    kind: fc.constantFrom(undefined, undefined, ...DOCUMENT_KINDS),
    payment: fc.constantFrom(undefined, undefined, ...PAYMENT_STATES),
    from: fc.constantFrom(undefined, SECOND),
    to: fc.constantFrom(undefined, SECOND),
    customerId: fc.constantFrom(undefined, undefined, customerId),
  })
  const sorts = fc.constantFrom('time' as const, 'total' as const)
  const orders = fc.constantFrom('asc' as const, 'desc' as const)
  await fc.assert(
    fc.asyncProperty(filters, sorts, orders, fc.integer({ min: 1, max: 7 }), async (filter, sort, order, limit) => {
      const newestFirst = await allOf(filter, 200)
      const key = sort === 'total' ? comesTo : ({ id }: DocumentRow) => id
      const ascending = newestFirst.toSorted((a, b) => key(a) - key(b) || a.id - b.id)
      const rows = await allOf({ ...filter, sort, order }, limit)
      expect(ids(rows)).toEqual(ids(order === 'asc' ? ascending : ascending.toReversed()))
    }),
    { numRuns: 300 },
  )
  expect((await allOf({}, 200)).length).toBeGreaterThan(20)
})

test('each kind and each state of payment says how many there are behind it, in the days that are shown', async () => {
  const { kinds, payments, sortable } = await shop.client.documents.counts({ from: SECOND })
  for (const kind of DOCUMENT_KINDS) expect(kinds[kind]).toBe((await allOf({ from: SECOND, kind }, 200)).length)
  for (const payment of PAYMENT_STATES)
    expect(payments[payment]).toBe((await allOf({ from: SECOND, payment }, 200)).length)
  expect(sortable).toBe(true)
  const sales = await shop.client.documents.counts({ kind: 'sale' })
  expect(sales.payments.onAccount).toBe((await allOf({ kind: 'sale', payment: 'onAccount' }, 200)).length)
})

test('more than can be sorted in time are refused by total, and no fewer', () => {
  const permissions = new Set<Permission>(['documents.view'])
  const ctx = readContext(shop.clock, shop.opened, { staffId: shop.owner, name: '', permissions, device: 'test' })
  const asked = { limit: 50, search: '', kind: 'sale', sort: 'total', order: 'desc' } as const
  const { rows } = listDocuments(ctx, asked)
  expect(listDocuments(ctx, asked, rows.length).rows).toEqual(rows)
  expect(() => listDocuments(ctx, asked, rows.length - 1)).toThrow('TOO_MANY_TO_SORT')
})

test('totals are sorted from an index that has them in it, never from the documents themselves', async () => {
  const [kind] = DOCUMENT_KINDS
  const [payment] = PAYMENT_STATES
  const other = aShop()
  const seen = await plansOf(other, async () => {
    for (const filter of [{}, { kind }, { payment }, { kind, payment }])
      for (const days of [{}, { from: SECOND, to: SECOND }])
        for (const after of [undefined, '1:100'])
          await other.client.documents.list({ ...filter, ...days, after, sort: 'total', search: '' })
  })
  const lists = seen.filter((plan) => plan.includes('listed'))
  expect(lists).toHaveLength(16)
  for (const plan of lists) expect(plan).toMatch(/(SCAN|SEARCH) documents USING COVERING INDEX documents_by/)
  const counts = seen.filter(
    (plan) => plan.includes('documents') && !plan.includes('listed') && !plan.includes('staff'),
  )
  for (const plan of counts) expect(plan).toContain('USING COVERING INDEX')
})
