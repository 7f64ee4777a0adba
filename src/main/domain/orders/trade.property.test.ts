/** Random days of trade: after whatever was sold, returned, received and adjusted, every invariant holds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Money } from '../../../contract/values.ts'
import { aShop } from '../../testing/a-shop.ts'
import { at, pieces, remains, trade } from '../../testing/trade.ts'

const SKUS = 3
const sku = fc.integer({ min: 0, max: SKUS - 1 })
const count = fc.integer({ min: 1, max: 6 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sell' as const),
      lines: fc.array(fc.record({ sku, count, price: fc.option(fc.integer({ min: 0, max: 300 })) }), {
        minLength: 1,
        maxLength: 4,
      }),
      off: fc.integer({ min: 0, max: 100 }),
      roundOff: fc.constantFrom('none' as const, 'jiao' as const, 'yuan' as const, 'fiveYuan' as const),
      tender: fc.constantFrom('cash' as const, 'wechat' as const, 'onAccount' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), sale: fc.nat(), line: fc.nat(), count }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('receive' as const), sku, count, cost: fc.integer({ min: 0, max: 200 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      sku,
      by: fc.integer({ min: -5, max: 5 }).filter((n) => n !== 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shift' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What the shop should come to, kept in the simplest way there is. */
interface Model {
  readonly onHand: number[]
  cash: number
  owed: number
}

async function aDay(steps: readonly Step[], pricesIncludeTax: boolean) {
  const shop = aShop()
  const t = trade(shop)
  const settings = await shop.client.settings.get({})
  await shop.client.settings.update({ ...settings, requestId: shop.rid(), pricesIncludeTax })
  const skus: number[] = []
  for (let index = 0; index < SKUS; index += 1)
    skus.push(await t.stocked(`SKU-${String(index)}`, 5, { price: 99.95, cost: 33.33, taxRate: 1_300 }))
  const customerId = await t.customer()
  await t.openShift(100)
  const model: Model = { onHand: [5, 5, 5], cash: 10_000, owed: 0 }
  const sales: Awaited<ReturnType<typeof t.sell>>[] = []

  const skuAt = (index: number) => skus[index] ?? 0
  const move = (index: number, by: number) => (model.onHand[index] = (model.onHand[index] ?? 0) + by)
  const pay = (tender: string, amount: number) => {
    if (tender === 'cash') model.cash += amount
    if (tender === 'onAccount') model.owed += amount
  }

  for (const each of steps) {
    if (each.do === 'sell') {
      const lines = each.lines.map((line) =>
        t.item(skuAt(line.sku), line.count, line.price === null ? {} : { unitPrice: at(line.price) }),
      )
      const saleDiscount = remains(10 - each.off / 10)
      const { tender, roundOff } = each
      const sold = await t.sell(lines, { tender, customerId, saleDiscount, roundOff })
      for (const line of each.lines) move(line.sku, -line.count)
      pay(each.tender, sold.total)
      sales.push(sold)
    }
    if (each.do === 'return') {
      const sold = sales[each.sale % Math.max(1, sales.length)]
      const line = sold?.lines[each.line % sold.lines.length]
      if (!sold || !line) continue
      const now = (await shop.client.documents.get({ documentId: sold.id })).lines.find(({ id }) => id === line.id)
      const left = (line.quantity - (now?.returned ?? 0)) / 1_000
      const asked = [{ kind: 'linked' as const, originalLineId: line.id, quantity: pieces(each.count) }]
      if (each.count > left) {
        await expect(t.takeBack(asked, { customerId })).rejects.toMatchObject({ code: 'RETURN_TOO_MUCH' })
        continue
      }
      const tender = each.count % 2 === 0 ? 'cash' : 'onAccount'
      const back = await t.takeBack(asked, { customerId, tender })
      move(skus.indexOf(line.skuId ?? 0), each.count)
      pay(tender, back.total)
    }
    if (each.do === 'receive') {
      await t.receive(skuAt(each.sku), each.count, each.cost)
      move(each.sku, each.count)
    }
    if (each.do === 'adjust') {
      const lines = [{ skuId: skuAt(each.sku), quantity: pieces(each.by) }]
      await shop.client.stock.adjust({ requestId: shop.rid(), reason: '盘点', lines })
      move(each.sku, each.by)
    }
    if (each.do === 'shift') {
      const counted = Math.max(0, model.cash) as Money
      const closed = await t.closeShift(counted / 100, { reason: '盘点' })
      expect(closed.expected).toBe(model.cash)
      await t.openShift(100)
      model.cash = 10_000
    }
  }
  return { shop, skus, model, customerId }
}

test('random days of trade keep every invariant and agree with a naive count', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.boolean(), async (steps, pricesIncludeTax) => {
      const { shop, skus, model, customerId } = await aDay(steps, pricesIncludeTax)
      const levels = await Promise.all(skus.map((skuId) => shop.client.stock.level({ skuId })))
      expect(levels.map(({ onHand }) => onHand)).toEqual(model.onHand.map(pieces))
      expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: model.owed })
      expect(await trade(shop).count(0)).toMatchObject({ expected: model.cash })
      const checks = await shop.client.audit.check({})
      expect(checks.filter(({ holds }) => !holds)).toEqual([])
      expect(shop.unexpected).toEqual([])
      shop.writer.close()
    }),
    { numRuns: 40, seed: 20261121 },
  )
}, 120_000)
