import { beforeEach, describe, expect, test } from 'vitest'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { allOf } from '../../testing/paging.ts'
import { pieces, trade } from '../../testing/trade.ts'
import { changesSince, historyOf } from './queries.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
beforeEach(() => {
  shop = aShop()
  t = trade(shop)
})

describe('the audit list', () => {
  test('says who did what to which document, the newest first', async () => {
    const tea = await t.stocked('TEA-01', 5)
    const { rows } = await shop.client.audit.list({})
    expect(rows.map(({ name }) => name)).toEqual(['stock.receive', 'products.create', 'setup.openShop'])
    expect(rows[0]).toMatchObject({
      staffName: '店主',
      documentNumber: 'GR-20261121-0001',
      device: 'test',
      businessDay: '2026-11-21',
      refused: null,
    })
    expect(rows[1]).toMatchObject({ documentNumber: null, refs: { product: tea } })
  })

  test('pages, and can be of one person', async () => {
    const clerk = shop.as('clerk')
    await expect(clerk.audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const staffId = Number(shop.rows("select id from staff where role = 'clerk'")[0]?.id)
    expect((await shop.client.audit.list({ staffId })).rows).toMatchObject([
      { name: 'audit.list', refused: 'FORBIDDEN' },
    ])
    const { rows, next } = await shop.client.audit.list({ limit: 1 })
    expect(rows).toMatchObject([{ seq: 2 }])
    expect(await shop.client.audit.list({ limit: 1, after: next ?? '' })).toMatchObject({
      rows: [{ seq: 1 }],
      next: null,
    })
  })
})

test('paging through it, newest or oldest first, gives every line exactly once and in order', async () => {
  await t.stocked('TEA-01', 5)
  const clerk = shop.as('clerk')
  await t.openShift()
  await clerk.drawer.openWithoutSale({ requestId: shop.rid(), reason: '换零钱' })
  for (const _ of [1, 2]) await shop.client.drawer.openWithoutSale({ requestId: shop.rid(), reason: '换零钱' })
  const clerkId = Number(shop.rows("select id from staff where role = 'clerk'")[0]?.id)
  const seqsOf = async (asked: { staffId?: number; order?: 'asc' | 'desc'; limit?: number }) =>
    (await allOf((after) => shop.client.audit.list({ ...asked, after }))).map(({ seq }) => seq)
  for (const staffId of [undefined, shop.owner, clerkId]) {
    const newestFirst = await seqsOf({ staffId, limit: 200 })
    expect(newestFirst).toEqual(newestFirst.toSorted((a, b) => b - a))
    for (const limit of [1, 2, 3]) {
      expect(await seqsOf({ staffId, limit, order: 'desc' })).toEqual(newestFirst)
      expect(await seqsOf({ staffId, limit, order: 'asc' })).toEqual(newestFirst.toReversed())
    }
  }
})

test('a document’s history is read by an index', async () => {
  await t.stocked('TEA-01', 5)
  const [entry] = historyOf(shop.db, 1)
  expect(entry).toMatchObject({ name: 'stock.receive', staffName: '店主', refused: null })
  const plan = shop.rows(
    `explain query plan select * from commands where json_extract("commands"."refs", '$.document') = ?`,
    1,
  )
  expect(JSON.stringify(plan)).toContain('commands_by_document')
})

describe('changes since a moment', () => {
  test('are what was committed, the oldest first, refusals left out', async () => {
    await expect(shop.as('clerk').audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { id } = await t.product()
    await shop.client.stock.adjust({
      requestId: shop.rid(),
      reason: '盘点',
      lines: [{ skuId: 1, quantity: pieces(1) }],
    })
    expect(changesSince(shop.db, 1)).toEqual([
      { seq: 3, name: 'products.create', refs: { product: id } },
      { seq: 4, name: 'stock.adjust', refs: { document: 1 } },
    ])
    expect(changesSince(shop.db, 4)).toEqual([])
  })

  test('are the newest thousand at most', () => {
    shop.sqlite.exec(`with recursive more(n) as (select 2 union all select n + 1 from more where n < 1500)
      insert into commands select n, 'request-' || n, x'00', null, '', 'orders.sell', '{}', null, 0, '', x'00', x'00' from more`)
    const changes = changesSince(shop.db, 0)
    expect([changes.length, changes[0]?.seq, changes.at(-1)?.seq]).toEqual([1_000, 501, 1_500])
  })
})
