/** Days of trade as rows: the same sums as the shop's own commands, from the same pure functions. */
import { amountOf, negate, subtract, sum, ZERO, type Id, type Money, type Quantity } from '../../src/contract/values.ts'
import type { Basket } from '../../src/contract/orders.ts'
import { paymentStateOf, type Settlement } from '../../src/main/domain/payments/commands.ts'
import type { Refs } from '../../src/main/domain/context.ts'
import { totalsOf } from '../../src/main/domain/documents/commands.ts'
import { sumsOf } from '../../src/main/domain/orders/sums.ts'
import type { Buyer, Good } from './catalogue.ts'
import type { Moment } from './books.ts'
import { bring, issue, take, type Draft, type Issued } from './papers.ts'
import type { World } from './world.ts'

export interface Counter extends Moment {
  readonly shiftId: Id
  readonly staffId: Id
}

/** A sold line that may come back. */
export interface Sold {
  readonly lineId: Id
  readonly draft: Draft
  readonly buyer: Buyer | null
  readonly tender: Settlement['tender']
}

export function sell(
  world: World,
  at: Counter,
  goods: readonly Good[],
  buyer: Buyer | null,
): { cash: Money; sold: Sold[] } {
  const { chance } = world
  const basket = Array.from({ length: chance.between(1, 5) }, () => ({
    good: popular(world, goods),
    quantity: countOf(world),
  }))
  const terms = termsOf(world, basket)
  const summed = sumsOf(
    basket.map(({ good, quantity }) => lineOf(good, quantity)),
    { ...terms, roundOff: { step: terms.roundOff, most: MOST_OFF }, pricesIncludeTax: true, decimals: 2 },
  )
  const drafts = basket.map(({ good, quantity }, index): Draft => {
    const sums = summed.lines[index]!
    const moved = good.kind === 'goods' ? take(world, good.skuId, quantity) : undefined
    return {
      ...lineOf(good, quantity),
      ...sums,
      good,
      priceFrom: 'list',
      moved,
      cost: negate(moved?.value ?? ZERO),
      originalLineId: null,
    }
  })
  const settlement = settle(world, summed.totals.total, buyer)
  const issued = issue(world, at, {
    kind: 'sale',
    paymentState: paymentStateOf([settlement], 'sale'),
    totals: summed.totals,
    buyer,
    reason: '',
    drafts,
  })
  pay(world, at, issued.documentId, settlement, buyer)
  const refs = refsOf(issued.documentId, buyer)
  const { tender, amount, received } = settlement
  const lines = basket.map(({ good, quantity }) => ({ kind: 'item', skuId: good.skuId, quantity }))
  const tenders = [{ tender, amount, ...(tender === 'cash' ? { received } : {}) }]
  const said = {
    customerId: buyer?.id ?? null,
    lines,
    ...terms,
    tenders,
    expectedTotal: summed.totals.total,
    note: '',
    channel: 'counter',
  }
  world.record(at.recordedAt, 'orders.sell', said, refs, at.staffId)
  return { cash: tender === 'cash' ? amount : ZERO, sold: soldLines(drafts, issued, buyer, tender) }
}

const refsOf = (document: Id, buyer: Buyer | null): Refs => (buyer ? { document, customer: buyer.id } : { document })

function soldLines(
  drafts: readonly Draft[],
  { lineIds }: Issued,
  buyer: Buyer | null,
  tender: Settlement['tender'],
): Sold[] {
  return drafts.map((draft, index) => ({ lineId: lineIds[index]!, draft, buyer, tender }))
}

/** Takes a whole line back, at the cost it went out with. */
export function takeBack(world: World, at: Counter, { lineId, draft, buyer, tender }: Sold): Money {
  const { good, cost } = draft
  const quantity = (0 - draft.quantity) as Quantity
  const moved = good.kind === 'goods' ? bring(world, good.skuId, draft.quantity, cost) : undefined
  const gross = negate(draft.gross)
  const line = { ...draft, quantity, gross, amount: negate(draft.amount), tax: negate(draft.tax) }
  const back: Draft = {
    ...line,
    lineDiscount: subtract(gross, line.amount),
    discountShare: ZERO,
    priceFrom: 'original',
    moved,
    cost: negate(moved?.value ?? ZERO),
    originalLineId: lineId,
  }
  const totals = totalsOf([{ ...back, kind: good.kind }], { roundOff: ZERO, pricesIncludeTax: true })
  const refund: Settlement = { tender, amount: totals.total, received: totals.total, change: ZERO }
  const { documentId } = issue(world, at, {
    kind: 'customerReturn',
    paymentState: 'refunded',
    totals,
    buyer,
    reason: '不合适',
    drafts: [back],
  })
  pay(world, at, documentId, refund, buyer)
  const lines = [{ kind: 'linked', originalLineId: lineId, quantity: draft.quantity }]
  const tenders = [{ tender, amount: negate(refund.amount) }]
  const said = {
    customerId: buyer?.id ?? null,
    lines,
    reason: '不合适',
    tenders,
    expectedTotal: negate(totals.total),
    channel: 'counter',
  }
  const refs = refsOf(documentId, buyer)
  world.record(at.recordedAt, 'returns.returnGoods', said, refs, at.staffId)
  return tender === 'cash' ? refund.amount : ZERO
}

/** Most of the trade is in few goods. */
export function popular(world: World, goods: readonly Good[]): Good {
  return goods[Math.floor(goods.length * world.chance.next() ** 3)]!
}

/** And with few customers. */
export function faithful(world: World, customers: readonly Buyer[]): Buyer {
  return customers[Math.floor(customers.length * world.chance.next() ** 3)]!
}

function countOf({ chance }: World): Quantity {
  return (chance.happens(0.8) ? 1_000 : chance.between(1, 60) * 50) as Quantity
}

function lineOf(good: Good, quantity: Quantity) {
  return { kind: good.kind, quantity, unitPrice: good.price, taxRate: good.taxRate }
}

function termsOf(
  { chance }: World,
  basket: readonly { good: Good; quantity: Quantity }[],
): Pick<Basket, 'saleDiscount' | 'roundOff'> {
  const gross = sum(basket.map(({ good, quantity }) => amountOf(quantity, good.price)))
  const amount = Math.floor(gross / 20) as Money
  return {
    saleDiscount: chance.happens(0.05) ? { kind: 'amount', amount } : null,
    roundOff: chance.happens(0.1) ? 'yuan' : 'none',
  }
}

const MOST_OFF = 100 as Money
const NOTE = 10_000

function settle({ chance }: World, amount: Money, buyer: Buyer | null): Settlement {
  if (buyer && chance.happens(0.4)) return { tender: 'onAccount', amount, received: amount, change: ZERO }
  const tender = chance.pick(['cash', 'wechat', 'wechat', 'alipay', 'card'] as const)
  const received = (tender === 'cash' ? Math.ceil(amount / NOTE) * NOTE : amount) as Money
  return { tender, amount, received, change: subtract(received, amount) }
}

function pay({ tables, books }: World, at: Counter, documentId: Id, settlement: Settlement, buyer: Buyer | null): void {
  if (settlement.amount === 0) return
  const { recordedAt, businessDay } = at
  tables.payments({ ...settlement, documentId, shiftId: at.shiftId, staffId: at.staffId, recordedAt, businessDay })
  if (settlement.tender !== 'onAccount' || !buyer) return
  const { amount } = settlement
  const owedAfter = books.owe(buyer.id, amount)
  tables.accountEntries({ customerId: buyer.id, documentId, amount, owedAfter, recordedAt, businessDay })
}
