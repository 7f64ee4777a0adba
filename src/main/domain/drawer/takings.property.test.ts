/** Random shifts: what the report says of them adds up to the payments and to the cash that should be in the drawer. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentView, Tender } from '../../../contract/documents.ts'
import type { Takings } from '../../../contract/shift-report.ts'
import type { Money } from '../../../contract/values.ts'
import { aShop } from '../../testing/a-shop.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'

const tender = fc.constantFrom<Tender>('cash', 'wechat', 'onAccount')
const nat = fc.nat(1_000)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('sell' as const), tender, gift: fc.boolean() },
      off: fc.integer({ min: 0, max: 900 }),
      part: fc.option(fc.integer({ min: 1, max: 5_000 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), sale: nat, line: fc.nat(1), tender }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('exchange' as const), sale: nat }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('void' as const), sale: nat }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('correct' as const), sale: nat, from: tender, to: tender },
      amount: fc.integer({ min: 1, max: 10_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('collect' as const), amount: fc.integer({ min: 1, max: 9_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('payIn' as const), amount: fc.integer({ min: 1, max: 500 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const REFUSALS =
  /^(RETURN_TOO_MUCH|ACTION_NOT_ALLOWED|VOID_TOO_LATE|TENDER_SAME|CORRECT_TOO_MUCH|COLLECT_TOO_MUCH|REFUND_TO_ACCOUNT)$/

async function aShift(steps: readonly Step[]) {
  const shop = aShop()
  const t = trade(shop)
  const { client, rid } = shop
  const tea = await t.stocked('A', 500, { price: 99.95 })
  const cup = await t.stocked('B', 500, { price: 40 })
  const customerId = await t.customer()
  await t.openShift(0)
  await t.sell([t.item(tea, 1)]) // of the shift before: in no report
  await t.closeShift(0, { reason: '测试' })
  const { id: shiftId } = await t.openShift(100)
  const sales: DocumentView[] = []

  const carryOut = async (each: Step): Promise<unknown> => {
    const sold = 'sale' in each ? sales[each.sale % Math.max(1, sales.length)] : undefined
    const pieceOf = (line: number) => ({
      ...{
        kind: 'linked' as const,
        originalLineId: sold?.lines[line % sold.lines.length]?.id ?? 0,
        quantity: pieces(1),
      },
    })
    switch (each.do) {
      case 'sell': {
        const basket = {
          ...{ customerId, lines: [t.item(tea, 1), t.item(cup, 2, each.gift ? { gift: { reason: '老客' } } : {})] },
          ...{ saleDiscount: { kind: 'amount' as const, amount: each.off as Money }, roundOff: 'yuan' as const },
        }
        const { total } = await client.orders.price(basket)
        const first = Math.min(each.part ?? 0, total - 1) as Money
        const tenders = [
          { tender: each.tender, amount: (total - first) as Money },
          ...(first > 0 ? [{ tender: 'card' as const, amount: first }] : []),
        ]
        return sales.push(await t.sell(basket.lines, { ...basket, tenders }))
      }
      case 'return':
        return sold && t.takeBack([pieceOf(each.line)], { customerId, tender: each.tender })
      case 'exchange': {
        if (!sold) return null
        const basket = {
          ...{ customerId, lines: [t.item(cup, 1)], saleDiscount: null, roundOff: 'none' as const },
          returns: [pieceOf(0)],
        }
        const { difference, proposed } = await client.exchanges.price(basket)
        const tenders = difference > 0 ? [{ tender: 'cash' as const, amount: difference }] : proposed
        const words = { requestId: rid(), reason: '', note: '', expectedDifference: difference }
        const { sale } = await client.exchanges.exchange({ ...basket, ...words, tenders })
        return sale && sales.push(sale)
      }
      case 'void':
        return sold && client.corrections.voidSale({ requestId: rid(), documentId: sold.id, reason: 'x' })
      case 'correct': {
        if (!sold) return null
        const { from, to, amount } = each
        const wish = { documentId: sold.id, from, to, amount: amount as Money, reason: 'x' }
        return client.corrections.correctTender({ requestId: rid(), ...wish })
      }
      case 'collect': {
        const tenders = [{ tender: 'cash' as const, amount: each.amount as Money }]
        return client.collections.collect({ requestId: rid(), customerId, tenders })
      }
      case 'payIn':
        return client.drawer.move({ requestId: rid(), kind: 'payIn', amount: yuan(each.amount), reason: '零钱' })
    }
  }
  for (const each of steps) {
    await carryOut(each).catch((error: unknown) => {
      expect(error).toMatchObject({ code: expect.stringMatching(REFUSALS) as string })
    })
  }
  return { shop, t, shiftId }
}

const sumOf = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, { amount }) => sum + amount, 0)

/** What a tender brought in all, collections too. */
function broughtBy(takings: Takings, wanted: string): number {
  const of = (rows: Takings['tenders']) => sumOf(rows.filter(({ tender }) => tender === wanted))
  return of(takings.tenders) - of(takings.refunds) + of(takings.collected)
}

test('random shifts: the report adds up to the payments and to the cash in the drawer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { shop, t, shiftId } = await aShift(steps)
      await t.count(100)
      const { takings, shift } = await shop.client.drawer.report({ shiftId })
      if (!takings) throw new Error('counted, and yet not told')
      const paid = shop.rows(
        `SELECT tender, sum(amount) AS amount FROM payments WHERE shift_id = ${shiftId} AND tender <> 'onAccount' GROUP BY tender`,
      )
      for (const { tender, amount } of paid) expect(broughtBy(takings, String(tender))).toBe(amount)
      const moved = sumOf(shift.cashMovements)
      expect(shift.expected).toBe(shift.float + moved + broughtBy(takings, 'cash'))

      expect(takings.sales.amount).toBe(sumOf(takings.tenders))
      expect(takings.returns.amount).toBe(sumOf(takings.refunds))
      const of = (condition: string) =>
        shop.rows(`SELECT count(*) AS count, coalesce(sum(total), 0) AS total, coalesce(sum(round_off), 0) AS round_off,
          coalesce(sum(discount_total), 0) - coalesce(sum((SELECT sum(line_discount) FROM document_lines
            WHERE document_id = documents.id AND gift_reason IS NOT NULL)), 0) AS discounts,
          coalesce(sum((SELECT sum(gross) FROM document_lines
            WHERE document_id = documents.id AND gift_reason IS NOT NULL)), 0) AS gifts
          FROM documents WHERE id > (SELECT documents_after FROM shifts WHERE id = ${shiftId}) AND ${condition}`)[0]
      const sold = of("kind = 'sale' AND id NOT IN (SELECT reverses_id FROM documents WHERE reverses_id IS NOT NULL)")
      const back = of("kind = 'customerReturn' AND reverses_id IS NULL")
      const voided = of('reverses_id IS NOT NULL')
      expect({ ...takings, tenders: [], refunds: [], collected: [], onAccount: 0 }).toEqual({
        sales: { count: sold?.count, amount: sold?.total, average: takings.sales.average },
        returns: { count: back?.count, amount: 0 - Number(back?.total) },
        voided: { count: voided?.count, amount: 0 - Number(voided?.total) },
        ...{ discounts: sold?.discounts, roundOff: sold?.round_off },
        gifts: { count: takings.gifts.count, amount: sold?.gifts },
        ...{ tenders: [], refunds: [], collected: [], onAccount: 0 },
      })
      expect((await shop.client.dayEnd.get({})).takings?.voided).toEqual(takings.voided)
      shop.writer.close()
    }),
    { numRuns: 25, seed: 20261127 },
  )
}, 120_000)
