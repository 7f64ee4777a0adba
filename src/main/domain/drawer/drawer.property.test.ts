/** Whatever is done with a drawer, what it should hold is what a naive count of the notes comes to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'

const amount = fc.integer({ min: 1, max: 400 })
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('payIn' as const, 'payOut' as const, 'cashDrop' as const), amount }),
  fc.record({ do: fc.constant('sell' as const), tender: fc.constantFrom('cash' as const, 'wechat' as const) }),
  fc.record({ do: fc.constant('refund' as const), sale: fc.nat() }),
  fc.record({ do: fc.constantFrom('count' as const, 'close' as const), off: fc.integer({ min: -20, max: 20 }) }),
)

test('random drawers: expected is what lies in it, told only after a count, and every invariant holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const shop = aShop()
      const t = trade(shop)
      const tea = await t.stocked('TEA-01', 100, { price: 50 })
      await t.openShift(100)
      const sold: number[] = []
      let cash = 100
      let counted = false
      for (const each of steps) {
        if (each.do === 'sell') {
          const { lines } = await t.sell([t.item(tea, 1)], { tender: each.tender })
          sold.push(lines[0]?.id ?? 0)
          if (each.tender === 'cash') [cash, counted] = [cash + 50, false]
        } else if (each.do === 'refund') {
          const [originalLineId] = sold.splice(each.sale % Math.max(1, sold.length), 1)
          if (originalLineId === undefined || cash < 50) continue
          await t.takeBack([{ kind: 'linked', originalLineId, quantity: pieces(1) }])
          ;[cash, counted] = [cash - 50, false]
        } else if (each.do === 'count' || each.do === 'close') {
          const found = Math.max(0, cash + each.off)
          if (each.do === 'count') {
            expect(await t.count(found)).toMatchObject({ expected: yuan(cash), difference: yuan(found - cash) })
            counted = true
            continue
          }
          const dropped = Math.floor(found / 2)
          const closed = await t.closeShift(found, { reason: '数错', dropped })
          expect(closed).toMatchObject({ expected: yuan(cash), floatLeft: yuan(found - dropped) })
          await t.openShift(found - dropped)
          ;[cash, counted] = [found - dropped, false]
        } else {
          const { do: kind } = each
          const move = shop.client.drawer.move({
            requestId: shop.rid(),
            kind,
            amount: yuan(each.amount),
            reason: '零钱',
          })
          if (kind !== 'payIn' && each.amount > cash) {
            await expect(move).rejects.toMatchObject({ code: 'DRAWER_SHORT' })
            continue
          }
          await move
          ;[cash, counted] = [cash + (kind === 'payIn' ? each.amount : -each.amount), false]
        }
        const shift = await shop.client.drawer.current({})
        // Cash that went out and in again leaves the count standing.
        if (!counted && shift?.state === 'open') expect(shift).not.toHaveProperty('expected')
      }
      expect(await t.count(cash)).toMatchObject({ difference: 0 })
      expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
      shop.writer.close()
    }),
    { numRuns: 60, seed: 20261122 },
  )
}, 120_000)
