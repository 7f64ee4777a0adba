/** Whatever was taken off a sale, its full return brings everything back to where it was. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BasketLine, Reduction, SaleReduction } from '../../../contract/orders.ts'
import type { Money, Quantity, Rate } from '../../../contract/values.ts'
import { aShop } from '../../testing/a-shop.ts'
import { aBasket, at, trade, yuan } from '../../testing/trade.ts'

const reduction: fc.Arbitrary<Reduction> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 0, max: 300 }).map((n) => n as Money) }),
  fc.record({
    kind: fc.constant('rate' as const),
    rate: fc.integer({ min: 5_000, max: 10_000 }).map((n) => n as Rate),
  }),
)
const line = fc.record({
  what: fc.constantFrom('item' as const, 'item' as const, 'label' as const, 'quick' as const),
  quantity: fc.integer({ min: 300, max: 5_000 }).map((count) => count as Quantity),
  discount: fc.option(reduction, { freq: 2 }),
  gift: fc.boolean(),
  cents: fc.integer({ min: -4, max: 4 }),
})
const sale = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  whole: fc.option(fc.oneof(reduction, fc.constant('agreed' as const))),
  roundOff: fc.constantFrom('none' as const, 'jiao' as const, 'yuan' as const, 'fiveYuan' as const),
  pricesIncludeTax: fc.boolean(),
})

test('a sale and its full return cancel', async () => {
  await fc.assert(
    fc.asyncProperty(sale, async ({ lines: rows, whole, roundOff, pricesIncludeTax }) => {
      const shop = aShop()
      const t = trade(shop)
      const settings = await shop.client.settings.get({})
      await shop.client.settings.update({ ...settings, requestId: shop.rid(), pricesIncludeTax })
      const skuId = await t.stocked('HAM', 100, { price: 59.9, cost: 33.33, taxRate: 1_300 })
      await t.openShift()

      const lines = rows.map(({ what, quantity, discount, gift, cents }): BasketLine => {
        const extras = { quantity, ...(discount ? { discount } : {}), ...(gift ? { gift: { reason: '赠品' } } : {}) }
        if (what === 'quick') return { kind: 'quick', title: '修理', unitPrice: at(15.55), ...extras }
        const labelAmount = (Math.round((quantity * 5_990) / 1_000) + cents) as Money
        return { kind: 'item', skuId, ...extras, ...(what === 'label' ? { labelAmount } : {}) }
      })
      const list = await shop.client.orders.price(aBasket(lines)).catch(() => null)
      const agreed: SaleReduction = { kind: 'agreedTotal', total: Math.floor((list?.total ?? 0) * 0.9) as Money }
      const saleDiscount = whole === 'agreed' ? agreed : whole
      const asked = { ...aBasket(lines), saleDiscount, roundOff }
      if (!(await shop.client.orders.price(asked).catch(() => null))) return
      const sold = await t.sell(lines, { roundOff, ...(saleDiscount ? { saleDiscount } : {}) })
      const back = await t.takeBack(
        sold.lines.map(({ id, quantity }) => ({ kind: 'linked' as const, originalLineId: id, quantity })),
      )

      expect([back.total, back.tax, back.cost]).toEqual([0 - sold.total, 0 - sold.tax, 0 - (sold.cost ?? 0)])
      expect(await t.level(skuId)).toMatchObject({ onHand: 100_000, value: yuan(3_333) })
      expect(await t.count(200)).toMatchObject({ expected: yuan(200) })
      expect((await shop.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
      expect(shop.unexpected).toEqual([])
      shop.writer.close()
    }),
    { numRuns: 30, seed: 20261121 },
  )
}, 60_000)
