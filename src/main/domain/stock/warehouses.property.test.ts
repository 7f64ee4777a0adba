/** Goods received, sold, adjusted and transferred at random: every warehouse holds what a plain count says, and value stays whole. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkShop } from '../audit/check.ts'
import { aShop } from '../../testing/a-shop.ts'
import { at, pieces, trade } from '../../testing/trade.ts'

const WAREHOUSES = 3
const SKUS = 2
const sku = fc.nat({ max: SKUS - 1 })
const where = fc.nat({ max: WAREHOUSES - 1 })
const count = fc.integer({ min: 1, max: 8 })
const step = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), sku, where, count, cost: fc.integer({ min: 0, max: 90 }) }),
  fc.record({ do: fc.constant('adjust' as const), sku, where, count: fc.integer({ min: -8, max: 8 }).filter(Boolean) }),
  fc.record({ do: fc.constant('transfer' as const), sku, where, to: where, count }),
  fc.record({ do: fc.constant('sell' as const), sku, count }),
  fc.record({ do: fc.constant('makeMain' as const), where }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function aDay(steps: readonly Step[]): Promise<void> {
  const shop = aShop()
  const { client, rid } = shop
  const t = trade(shop)
  await t.openShift()
  const ids = [1]
  while (ids.length < WAREHOUSES)
    ids.push((await client.warehouses.save({ requestId: rid(), name: `仓${String(ids.length)}` })).id)
  const skus = [await t.stocked('SKU-0', 0), await t.stocked('SKU-1', 0)]
  const model = skus.map(() => ids.map(() => 0))
  let main = 0
  const at0 = (each: { readonly sku: number; readonly where: number }) => ({
    skuId: skus[each.sku] ?? 0,
    warehouseId: ids[each.where] ?? 0,
    row: model[each.sku] ?? [],
  })

  for (const each of steps) {
    if (each.do === 'makeMain') {
      await client.warehouses.makeMain({ requestId: rid(), warehouseId: ids[each.where] ?? 0 })
      main = each.where
    } else if (each.do === 'sell') {
      const { skuId, row } = at0({ ...each, where: main })
      await t.sell([t.item(skuId, each.count)])
      row[main] = (row[main] ?? 0) - each.count
    } else if (each.do === 'receive') {
      const { skuId, warehouseId, row } = at0(each)
      await client.stock.receive({
        ...{ requestId: rid(), kind: 'goodsReceived', supplier: '', note: '', warehouseId },
        lines: [{ skuId, quantity: pieces(each.count), unitCost: at(each.cost) }],
      })
      row[each.where] = (row[each.where] ?? 0) + each.count
    } else if (each.do === 'adjust') {
      const { skuId, warehouseId, row } = at0(each)
      const lines = [{ skuId, quantity: pieces(each.count) }]
      await client.stock.adjust({ requestId: rid(), reason: '盘点', warehouseId, lines })
      row[each.where] = (row[each.where] ?? 0) + each.count
    } else {
      const { skuId, warehouseId, row } = at0(each)
      const lies = row[each.where] ?? 0
      const transfer = client.stock.transfer({
        ...{ requestId: rid(), fromId: warehouseId, toId: ids[each.to] ?? 0, note: '' },
        lines: [{ skuId, quantity: pieces(each.count) }],
      })
      if (each.to === each.where) await expect(transfer).rejects.toMatchObject({ code: 'SAME_WAREHOUSE' })
      else if (lies < each.count) await expect(transfer).rejects.toMatchObject({ code: 'STOCK_SHORT' })
      else {
        await transfer
        row[each.where] = lies - each.count
        row[each.to] = (row[each.to] ?? 0) + each.count
      }
    }
    for (const [index, skuId] of skus.entries()) {
      const level = await client.stock.level({ skuId })
      expect(level.warehouses.map(({ onHand }) => onHand / 1_000)).toEqual(model[index])
      expect(level.onHand / 1_000).toBe((model[index] ?? []).reduce((sum, lies) => sum + lies, 0))
    }
  }
  expect(checkShop(shop).filter(({ holds }) => !holds)).toEqual([])
}

test('random days in three warehouses', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), aDay), { numRuns: 60 })
})
