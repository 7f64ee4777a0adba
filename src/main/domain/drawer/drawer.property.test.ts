/** Whatever is done with a drawer, what it should hold is what a naive count of the notes comes to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CashMove } from '../../../contract/drawer.ts'
import { aShop } from '../../testing/a-shop.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'

const PRICE = 50
const off = fc.integer({ min: -20, max: 20 })
const step = fc.oneof(
  fc.record({
    do: fc.constant('move' as const),
    kind: fc.constantFrom<CashMove>('payIn', 'payOut', 'cashDrop'),
    amount: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ do: fc.constant('sell' as const), tender: fc.constantFrom('cash' as const, 'wechat' as const) }),
  fc.record({ do: fc.constant('refund' as const), sale: fc.nat() }),
  fc.record({ do: fc.constant('count' as const), off }),
  fc.record({ do: fc.constant('close' as const), off }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A drawer beside the simplest model of it: how many yuan lie there, and whether cash moved since the last count. */
async function aDrawer() {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 100, { price: PRICE })
  await t.openShift(100)
  const sold: number[] = []
  const model = { cash: 100, movedSinceCount: true }
  const put = (amount: number) => {
    model.cash += amount
    model.movedSinceCount = true
  }

  async function sell(tender: 'cash' | 'wechat'): Promise<void> {
    const { lines } = await t.sell([t.item(tea, 1)], { tender })
    sold.push(lines[0]?.id ?? 0)
    if (tender === 'cash') put(PRICE)
  }

  async function refund(sale: number): Promise<void> {
    const [originalLineId] = sold.splice(sale % Math.max(1, sold.length), 1)
    if (originalLineId === undefined || model.cash < PRICE) return
    await t.takeBack([{ kind: 'linked', originalLineId, quantity: pieces(1) }])
    put(-PRICE)
  }

  async function move(kind: CashMove, amount: number): Promise<void> {
    const moving = shop.client.drawer.move({ requestId: shop.rid(), kind, amount: yuan(amount), reason: '零钱' })
    if (kind !== 'payIn' && amount > model.cash) {
      await expect(moving).rejects.toMatchObject({ code: 'DRAWER_SHORT' })
      return
    }
    await moving
    put(kind === 'payIn' ? amount : -amount)
  }

  async function count(found: number): Promise<void> {
    expect(await t.count(found)).toMatchObject({ expected: yuan(model.cash), difference: yuan(found - model.cash) })
    model.movedSinceCount = false
  }

  async function close(found: number): Promise<void> {
    const left = Math.ceil(found / 2)
    const closed = await t.closeShift(found, { reason: '数错', dropped: found - left })
    expect(closed).toMatchObject({ expected: yuan(model.cash), floatLeft: yuan(left) })
    await t.openShift(left)
    model.cash = 0
    put(left)
  }

  async function take(each: Step): Promise<void> {
    if (each.do === 'move') await move(each.kind, each.amount)
    if (each.do === 'sell') await sell(each.tender)
    if (each.do === 'refund') await refund(each.sale)
    if (each.do === 'count') await count(Math.max(0, model.cash + each.off))
    if (each.do === 'close') await close(Math.max(0, model.cash + each.off))
  }
  return { shop, model, take, count }
}

test('random drawers: expected is what lies in it, told only after a count, and every invariant holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { shop, model, take, count } = await aDrawer()
      for (const each of steps) {
        await take(each)
        const shift = await shop.client.drawer.current({})
        // Cash that went out and in again by the same sum leaves a count standing.
        if (model.movedSinceCount && shift?.state === 'open') expect(shift).not.toHaveProperty('expected')
        if (!model.movedSinceCount) expect(shift).toMatchObject({ state: 'counted', expected: yuan(model.cash) })
      }
      await count(model.cash)
      expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
      shop.writer.close()
    }),
    { numRuns: 30, seed: 20261122 },
  )
}, 120_000)
