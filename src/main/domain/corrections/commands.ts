/** A clerk's mistakes, put right while the shift of the sale is open: by reversing rows, with who did it and why. */
import type { Tender } from '../../../contract/documents.ts'
import { negate, sum, ZERO, type Id, type Money } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { partyOf } from '../customers/queries.ts'
import { mustHaveSoundClock } from '../documents/queries-clock.ts'
import { documentRecord, type DocumentRecord } from '../documents/record-queries.ts'
import { setCustomer } from '../documents/state-commands.ts'
import { refuse } from '../errors.ts'
import { buyerOf } from '../orders/commands.ts'
import { transition, type OrderAction } from '../orders/lifecycle.ts'
import { takePayments, type Debtor, type Settlement } from '../payments/commands.ts'
import { debtOf } from '../payments/debt-queries.ts'
import { isOfOpenShift } from '../drawer/queries.ts'
import { paymentsOf } from '../payments/queries.ts'
import { recordSensitive } from '../sensitive/commands.ts'

export interface TenderCorrection {
  readonly documentId: Id
  readonly from: Tender
  readonly to: Tender
  readonly amount: Money
  readonly reason: string
}

/** Booked as cash, was WeChat: the payment is reversed and the right one written; drawer and accounts follow. */
export function correctTender(ctx: CommandContext, { documentId, from, to, amount, reason }: TenderCorrection): Refs {
  mustHaveSoundClock(ctx)
  const sale = correctable(ctx, documentId, 'correctTender')
  if (from === to) refuse('TENDER_SAME')
  const most = stillPaidBy(ctx, documentId, from)
  if (amount > most) refuse('CORRECT_TOO_MUCH', { most })
  takePayments(ctx, documentId, [entry(from, negate(amount)), entry(to, amount)], debtorOf(ctx, sale))
  recordSensitive(ctx, { kind: 'tenderCorrected', subject: `${from} → ${to}`, amount, reason, documentId })
  return refsOf(sale)
}

/** What a tender pays of a document now; of a debt, what has not been settled since. */
function stillPaidBy({ db }: CommandContext, documentId: Id, wanted: Tender): Money {
  const paid = sum(paymentsOf(db, documentId).map(({ tender, amount }) => (tender === wanted ? amount : ZERO)))
  const most = wanted === 'onAccount' ? Math.min(paid, debtOf(db, documentId).open) : paid
  return Math.max(0, most) as Money
}

export function entry(tender: Settlement['tender'], amount: Money): Settlement {
  return { tender, amount, received: amount, change: ZERO }
}

/** A forgotten member is added once, to a sale that names nobody. */
export function addCustomer(
  ctx: CommandContext,
  { documentId, customerId }: { readonly documentId: Id; readonly customerId: Id },
): Refs {
  const sale = correctable(ctx, documentId, 'addCustomer')
  if (sale.customerId !== null) refuse('CUSTOMER_ALREADY_NAMED')
  const buyer = buyerOf(ctx, customerId) ?? refuse('CUSTOMER_NOT_FOUND')
  setCustomer(ctx, documentId, buyer)
  recordSensitive(ctx, { kind: 'customerAdded', subject: buyer.party.name, amount: sale.total, documentId })
  return { document: documentId, customer: customerId }
}

/** A completed sale of the shift that is open. */
export function correctable(ctx: CommandContext, documentId: Id, action: OrderAction): DocumentRecord {
  const row = documentRecord(ctx.db, documentId) ?? refuse('DOCUMENT_NOT_FOUND')
  if (row.kind !== 'sale') refuse('ACTION_NOT_ALLOWED', { action, state: row.state })
  transition(row.state, action, { lineCount: row.lineCount })
  if (!isOfOpenShift(ctx.db, row)) refuse('SHIFT_CLOSED')
  return row
}

/** Whose account and balance it is about; an archived customer's too. */
export function debtorOf({ db }: CommandContext, { customerId }: DocumentRecord): Debtor | null {
  return (customerId === null ? undefined : partyOf(db, customerId)) ?? null
}

export const refsOf = ({ id, customerId }: DocumentRecord): Refs =>
  customerId === null ? { document: id } : { document: id, customer: customerId }
