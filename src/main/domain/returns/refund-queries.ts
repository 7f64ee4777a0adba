/**
 * How a return is given back: the open debt of its sale first, since what was never paid is not paid out; then the tenders
 * of the sale, the largest first, as far as each paid and has not been given back; the rest in cash.
 */
import { TENDERS, type PaymentTender, type Tender } from '../../../contract/documents.ts'
import type { ProposedRefund } from '../../../contract/returns.ts'
import { negate, type Id, type Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { returnsOfSale } from '../documents/queries.ts'
import type { Allocation } from '../payments/debt-commands.ts'
import { debtsOf } from '../payments/debt-queries.ts'
import { collectable } from '../payments/debts-queries.ts'
import { paymentsOf } from '../payments/queries.ts'
import type { ReturnDraft } from './price.ts'

export interface RefundPlan {
  /** The debts that it pays, sale by sale. */
  readonly debts: readonly Allocation[]
  readonly tenders: ProposedRefund
}

/** @param due what is given back, positive; less than the goods are worth where some of it goes into an exchange */
export function planRefund(
  db: ReadDb,
  drafts: readonly ReturnDraft[],
  { customerId, due }: { readonly customerId: Id | null; readonly due: Money },
): RefundPlan {
  let left: number = due
  const given = new Map<Tender, number>()
  const give = (tender: Tender, most: number): Money => {
    const amount = Math.max(0, Math.min(most, left))
    if (amount > 0) given.set(tender, (given.get(tender) ?? 0) + amount)
    left -= amount
    return amount as Money
  }
  const open = new Map(
    (customerId === null ? [] : collectable(debtsOf(db, customerId))).map((debt) => [debt.documentId, debt.open]),
  )
  const refunds = refundsBySale(drafts)
  const debts = [...refunds].map(([documentId, refund]) => ({
    documentId,
    refund,
    amount: give('onAccount', Math.min(refund, open.get(documentId) ?? 0)),
  }))
  for (const { documentId, refund, amount } of debts) {
    let rest = refund - amount
    for (const [tender, most] of stillWith(db, documentId)) rest -= give(tender, Math.min(most, rest))
  }
  give('cash', left)
  return {
    debts: debts.filter(({ amount }) => amount > 0).map(({ documentId, amount }) => ({ documentId, amount })),
    tenders: [...given].map(([tender, amount]) => ({ tender, amount: amount as Money })),
  }
}

/** What comes back of each sale, as positive sums. */
function refundsBySale(drafts: readonly ReturnDraft[]): ReadonlyMap<Id, Money> {
  const refunds = new Map<Id, Money>()
  for (const { originalId, line } of drafts) {
    if (originalId !== null) refunds.set(originalId, ((refunds.get(originalId) ?? 0) - line.amount) as Money)
  }
  return refunds
}

/** What each tender paid of a sale and its returns have not given back, the largest first. */
function stillWith(db: ReadDb, saleId: Id): [Tender, number][] {
  const paid = new Map<PaymentTender, number>()
  for (const documentId of [saleId, ...returnsOfSale(db, saleId)]) {
    for (const { tender, amount } of paymentsOf(db, documentId)) paid.set(tender, (paid.get(tender) ?? 0) + amount)
  }
  return TENDERS.filter((tender) => tender !== 'onAccount')
    .map((tender): [Tender, number] => [tender, paid.get(tender) ?? 0])
    .filter(([, amount]) => amount > 0)
    .toSorted(([, a], [, b]) => b - a)
}

/** Whether tenders give back just what was proposed. */
export function isAsProposed(
  { tenders: proposed }: RefundPlan,
  tenders: readonly { readonly tender: PaymentTender; readonly amount: Money }[],
): boolean {
  const differences = new Map<PaymentTender, number>()
  const count = (tender: PaymentTender, amount: Money) =>
    differences.set(tender, (differences.get(tender) ?? 0) + amount)
  for (const { tender, amount } of proposed) count(tender, amount)
  for (const { tender, amount } of tenders) count(tender, negate(amount))
  return [...differences.values()].every((difference) => difference === 0)
}
