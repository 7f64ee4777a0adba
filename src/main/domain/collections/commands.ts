/** 收欠款: a customer pays what was owed. It sells nothing, so its document comes to nothing: money in, debt off. */
import { negate, sum, ZERO, type Id, type Money } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { issueDocument, NO_TOTALS } from '../documents/commands.ts'
import { mustHaveSoundClock } from '../documents/queries-clock.ts'
import { refuse } from '../errors.ts'
import { buyerOf } from '../orders/commands.ts'
import { settleSale, takePayments, type Settlement, type TenderOfSale } from '../payments/commands.ts'
import type { Allocation } from '../payments/debt-commands.ts'
import { debtsOf } from '../payments/debt-queries.ts'
import { collectable } from '../payments/debts-queries.ts'
import { isCashMoved, queueCollectionSlip } from '../printing/queue-commands.ts'

export interface Collection {
  readonly customerId: Id
  readonly tenders: readonly TenderOfSale[]
  /** Chosen documents; the oldest first when absent. */
  readonly allocations?: readonly Allocation[] | undefined
  readonly note: string
}

/** Never more than is owed: what a customer pays ahead is no debt collected. */
export function collectDebt(ctx: CommandContext, { customerId, tenders, allocations, note }: Collection): Refs {
  mustHaveSoundClock(ctx)
  const buyer = buyerOf(ctx, customerId) ?? refuse('CUSTOMER_NOT_FOUND')
  const total = sum(tenders.map(({ amount }) => amount))
  if (total > buyer.owedBefore) refuse('COLLECT_TOO_MUCH', { most: Math.max(0, buyer.owedBefore) })
  const settles = chosen(ctx, customerId, total, allocations ?? [])
  const document = issueDocument(ctx, {
    kind: 'debtCollection',
    state: 'completed',
    paymentState: 'none',
    customer: buyer,
    channel: 'counter',
    channelNumber: null,
    pricesIncludeTax: ctx.shop.profile.pricesIncludeTax,
    totals: NO_TOTALS,
    paid: ZERO,
    reason: '',
    note,
    lines: [],
  })
  const settlements = settleSale(total, tenders)
  takePayments(ctx, document, [...settlements, offAccount(total)], buyer, settles)
  queueCollectionSlip(ctx, { documentId: document, tookCash: isCashMoved(settlements) })
  return { document, customer: customerId }
}

/** The documents that were chosen take all of the payment, and none of them more than is open. */
function chosen(ctx: CommandContext, customerId: Id, total: Money, allocations: readonly Allocation[]): Allocation[] {
  if (allocations.length === 0) return []
  const due = sum(allocations.map(({ amount }) => amount))
  if (due !== total) refuse('TENDERS_DO_NOT_MATCH', { due, tendered: total })
  const open = new Map(collectable(debtsOf(ctx.db, customerId)).map((debt) => [debt.documentId, debt.open]))
  for (const { documentId, amount } of allocations) {
    const most = open.get(documentId) ?? refuse('DOCUMENT_NOT_FOUND')
    if (amount > most) refuse('COLLECT_TOO_MUCH', { most })
    open.set(documentId, (most - amount) as Money)
  }
  return [...allocations]
}

function offAccount(total: Money): Settlement {
  return { tender: 'onAccount', amount: negate(total), received: negate(total), change: ZERO }
}
