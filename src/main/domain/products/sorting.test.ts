/** Sorted lists: every row once, in order, whatever the filters; and never by what one may not see. */
import { beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Permission } from '../../../contract/permissions.ts'
import type { SkuRow, SkuSort } from '../../../contract/products.ts'
import { readContext } from '../../api/transaction.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { at, pieces, trade } from '../../testing/trade.ts'
import { fillSortKeys } from '../sort-keys.ts'
import { listSkus } from './list.ts'

let shop: TestShop
const TITLES = ['龙井茶', '绿茶', '大衣', '安吉白茶', '大衣', 'T恤', '云南普洱']

/** Equal titles and prices, what never moved, what is gone, services, and stock above, at and below zero. */
beforeAll(async () => {
  shop = aShop()
  const t = trade(shop)
  const sku = (code: string, number: number, variant = '') => ({
    ...{ code, variant, price: at((number % 3) * 10 + 5), floorPrice: null, archived: false, barcodes: [] },
  })
  for (let number = 1; number <= 24; number += 1) {
    const code = `G${String(number).padStart(2, '0')}`
    const kind = number % 8 === 0 ? ('service' as const) : ('goods' as const)
    const title = TITLES[number % TITLES.length] ?? ''
    const skus =
      number % 5 === 0 ? [sku(`${code}-1`, number, '红'), sku(`${code}-2`, number, '绿')] : [sku(code, number)]
    const product = await t.product({ code, title, kind, skus })
    const skuId = product.skus[0]?.id ?? 0
    if (kind === 'goods' && number % 3 > 0) await t.receive(skuId, (number % 4) + 1, number)
    if (kind === 'goods' && number % 3 === 2)
      await shop.client.stock.adjust({
        requestId: shop.rid(),
        reason: '盘点',
        lines: [{ skuId, quantity: pieces(number % 2 ? -6 : -((number % 4) + 1)) }],
      })
    if (number % 11 === 0)
      await shop.client.products.archive({ requestId: shop.rid(), productId: product.id, archived: true })
  }
  await shop.client.products.quickCreate({ requestId: shop.rid(), title: '大衣', price: at(15) })
})

const reading = () => {
  const permissions = new Set<Permission>(['products.view', 'cost.view'])
  return readContext(shop.clock, shop.opened, { staffId: shop.owner, name: '', permissions, device: 'test' })
}

type Filter = NonNullable<Parameters<TestShop['client']['products']['list']>[0]>

/** @param few where they are sorted and not passed by along an index */
function allOf(filter: Filter, limit: number, few?: number): SkuRow[] {
  const rows: SkuRow[] = []
  const whole = { search: '', stock: 'any', archived: false, incomplete: false, ...filter } as const
  let after: string | undefined
  do {
    const page = listSkus(reading(), { ...whole, limit, after }, few)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

const onHandOf = ({ onHand }: SkuRow) => onHand
const KEYS: Record<Exclude<SkuSort, 'newest' | 'title'>, (row: SkuRow) => number | string> = {
  code: ({ code }) => code,
  price: ({ price }) => price,
  onHand: onHandOf,
  value: ({ value }) => value ?? Number.NaN,
}

const filters = fc.record({
  search: fc.constantFrom('', '', 'd', '大衣', 'G05', '茶'),
  kind: fc.constantFrom(undefined, 'goods' as const, 'service' as const),
  stock: fc.constantFrom('any' as const, 'negative' as const, 'none' as const, 'some' as const),
  archived: fc.boolean(),
  incomplete: fc.boolean(),
})

test('paging through a sorted list gives every row exactly once, in order, whatever the filters', () => {
  const sorts = fc.constantFrom(
    'code' as const,
    'price' as const,
    'onHand' as const,
    'value' as const,
    'title' as const,
  )
  const fewest = fc.constantFrom(0, 4, undefined)
  const orders = fc.constantFrom('asc' as const, 'desc' as const)
  fc.assert(
    fc.property(filters, sorts, orders, fc.integer({ min: 1, max: 7 }), fewest, (filter, sort, order, limit, few) => {
      const expected = allOf(filter, 200)
      const rows = allOf({ ...filter, sort, order }, limit, few)
      const ids = (of: readonly SkuRow[]) => of.map(({ skuId }) => skuId).sort((a, b) => a - b)
      expect(ids(rows)).toEqual(ids(expected))
      if (sort === 'title') return
      const sign = order === 'asc' ? 1 : -1
      const key = KEYS[sort]
      const inOrder = rows.toSorted((a, b) => {
        const [x, y] = [key(a), key(b)]
        return sign * (x < y ? -1 : x > y ? 1 : a.skuId - b.skuId)
      })
      expect(rows.map(({ skuId }) => skuId)).toEqual(inOrder.map(({ skuId }) => skuId))
    }),
    { numRuns: 400 },
  )
})

test('titles go by their pinyin initials, and equal ones stand together', () => {
  const rows = allOf({ sort: 'title', order: 'asc', kind: 'goods' }, 3)
  const titles = rows.map(({ title }) => title).filter((title, index, all) => title !== all[index - 1])
  expect(titles).toEqual(['安吉白茶', '大衣', '绿茶', '龙井茶', 'T恤', '云南普洱'])
})

test('whoever may not see cost cannot read it off the order either', async () => {
  await expect(shop.as('clerk').products.list({ sort: 'value' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(shop.as('clerk').products.list({ sort: 'onHand' })).resolves.toBeDefined()
})

test('a cursor that means nothing gives a page, and nonsense is refused', async () => {
  for (const sort of ['price', 'code', 'onHand'] as const)
    for (const after of ['5', '5:', '5:x', '7:9e9', `3:'; drop table skus; --`])
      await expect(shop.client.products.list({ sort, after })).resolves.toBeDefined()
  await expect(shop.client.products.list({ sort: 'price', after: 'x' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
})

test('goods and customers of before are sorted by name once their shop is opened', async () => {
  const old = aShop()
  const t = trade(old)
  await t.stocked('TEA-01', 1)
  await t.customer({ name: '王五' })
  await t.customer({ name: '李四' })
  old.sqlite.exec('UPDATE skus SET sort_title = NULL; UPDATE customers SET sort_name = NULL')
  fillSortKeys(old.db)
  expect(old.rows('SELECT count(*) AS count FROM skus WHERE sort_title IS NULL')).toEqual([{ count: 0 }])
  const { rows } = await old.client.customers.list({ sort: 'name', order: 'asc' })
  expect(rows.map(({ name }) => name)).toEqual(['李四', '王五'])
})

test('each choice of a filter says how many there are behind it', async () => {
  const counts = await shop.client.products.counts({})
  const count = (filter: Filter) => allOf(filter, 200).length
  expect(counts).toEqual({
    stock: {
      some: count({ stock: 'some' }),
      none: count({ stock: 'none' }),
      negative: count({ stock: 'negative' }),
    },
    incomplete: 1,
  })
  expect((await shop.client.products.counts({ incomplete: true })).stock.none).toBe(1)
})
