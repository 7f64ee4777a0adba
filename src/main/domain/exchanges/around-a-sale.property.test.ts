/** Random days of sales, exchanges, voids, corrections, collections and refunds: every invariant holds after each. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentView, Tender } from '../../../contract/documents.ts'
import type { Money } from '../../../contract/values.ts'
import { aShop } from '../../testing/a-shop.ts'
import { pieces, trade } from '../../testing/trade.ts'

const tender = fc.constantFrom<Tender>('cash', 'wechat', 'onAccount', 'storeCredit')
const nat = fc.nat(1_000)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('sell' as const), count: fc.integer({ min: 1, max: 3 }), tender }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('return' as const), sale: nat, writeOff: fc.boolean() },
      tender: fc.option(tender),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      // Null: nothing is chosen instead, which is a return.
      ...{ do: fc.constant('exchange' as const), sale: nat, sku: fc.option(fc.integer({ min: 0, max: 1 })) },
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), sale: nat }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('correct' as const), sale: nat, from: tender, to: tender, amount: nat }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('collect' as const), amount: fc.integer({ min: 1, max: 30_000 }) },
      ...{ tender: fc.constantFrom('cash' as const, 'storeCredit' as const), chosen: fc.option(nat) },
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), owed: nat, storeCredit: nat }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shift' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What may rightly be refused in a day that nobody planned. */
const REFUSALS =
  /^(STORE_CREDIT_SHORT|RETURN_TOO_MUCH|ACTION_NOT_ALLOWED|SHIFT_CLOSED|VOID_TOO_LATE|TENDER_SAME|CORRECT_TOO_MUCH|COLLECT_TOO_MUCH|OPENING_BALANCE_EXISTS)$/

async function aDay(steps: readonly Step[], pricesIncludeTax: boolean) {
  const shop = aShop()
  const t = trade(shop)
  const { client } = shop
  await client.settings.update({ ...(await client.settings.get({})), requestId: shop.rid(), pricesIncludeTax })
  const skus = [
    await t.stocked('A', 5, { price: 99.95, cost: 33.33, taxRate: 1_300 }),
    await t.stocked('B', 5, { price: 40, cost: 20 }),
  ]
  const [first = 0, second = 0] = skus
  const customerId = await t.customer()
  await t.openShift(100)
  const sales: DocumentView[] = []
  const requestId = () => shop.rid()
  const none = { saleDiscount: null, roundOff: 'none' as const, customerId }

  const carryOut = async (each: Step): Promise<unknown> => {
    const sold = 'sale' in each ? sales[each.sale % Math.max(1, sales.length)] : undefined
    const line = { kind: 'linked' as const, originalLineId: sold?.lines[0]?.id ?? 0, quantity: pieces(1) }
    switch (each.do) {
      case 'sell':
        return sales.push(
          await t.sell([t.item(first, each.count), t.item(second, 1)], {
            ...{
              tender: each.tender,
              customerId,
              saleDiscount: { kind: 'amount', amount: 101 as Money },
              roundOff: 'jiao' as const,
            },
          }),
        )
      case 'return': {
        if (!sold) return null
        const lines = [{ ...line, writeOff: each.writeOff }]
        if (each.tender) return t.takeBack(lines, { customerId, tender: each.tender })
        const { total, proposed } = await client.returns.price({ customerId, lines })
        const asked = { requestId: requestId(), customerId, lines, reason: '', tenders: proposed, expectedTotal: total }
        return client.returns.returnGoods(asked)
      }
      case 'exchange': {
        if (!sold) return null
        const basket = { ...none, lines: each.sku === null ? [] : [t.item(skus[each.sku] ?? 0, 1)], returns: [line] }
        const { difference, proposed } = await client.exchanges.price(basket)
        const tenders = difference > 0 ? [{ tender: 'onAccount' as const, amount: difference }] : proposed
        const words = { requestId: requestId(), reason: '', note: '' }
        const { sale } = await client.exchanges.exchange({
          ...basket,
          ...words,
          tenders,
          expectedDifference: difference,
        })
        return sale && sales.push(sale)
      }
      case 'void':
        if (!sold) return null
        return client.corrections.voidSale({ requestId: requestId(), documentId: sold.id, reason: 'x' })
      case 'correct': {
        if (!sold) return null
        const { from, to, amount } = each
        const said = { documentId: sold.id, from, to, amount: (amount + 1) as Money, reason: 'x' }
        return client.corrections.correctTender({ requestId: requestId(), ...said })
      }
      case 'collect': {
        const { debts } = await client.collections.open({ customerId })
        const debt = each.chosen === null ? undefined : debts[each.chosen % Math.max(1, debts.length)]
        const amount = Math.min(each.amount, debt?.open ?? each.amount) as Money
        const allocations = debt && [{ documentId: debt.documentId, amount }]
        const tenders = [{ tender: each.tender, amount }]
        return client.collections.collect({ requestId: requestId(), customerId, tenders, allocations })
      }
      case 'open': {
        const { owed, storeCredit } = each
        const said = { customerId, owed: owed as Money, storeCredit: storeCredit as Money }
        return client.customers.openingBalance({ requestId: requestId(), ...said })
      }
      case 'shift':
        shop.clock.advance(1_000)
        await t.closeShift(0, { reason: '点错了' })
        return t.openShift(100)
    }
  }

  for (const each of steps) {
    await carryOut(each).catch((error: unknown) => {
      expect(error).toMatchObject({ code: expect.stringMatching(REFUSALS) as string })
    })
  }
  return { client, customerId, unexpected: shop.unexpected }
}

test('random days around a sale keep every invariant', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), fc.boolean(), async (steps, pricesIncludeTax) => {
      const { client, customerId, unexpected } = await aDay(steps, pricesIncludeTax)
      expect(unexpected).toEqual([])
      expect((await client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
      const { owed, debts } = await client.collections.open({ customerId })
      const open = debts.reduce((sum, debt) => sum + debt.open, 0)
      expect(open).toBe(Math.max(0, owed))
    }),
    { numRuns: 30 },
  )
}, 120_000)
