/** The few things of an issued document that may still change: where it stands, how it is paid, and a forgotten customer. */
import { and, eq, isNull } from 'drizzle-orm'
import type { OrderState, PaymentState } from '../../../contract/documents.ts'
import type { Id, Money } from '../../../contract/values.ts'
import type { CommandContext } from '../context.ts'
import { documentRecord } from './record-queries.ts'
import { documents, type Party } from './tables.ts'

/** What put something on account says how much of it is open: 赊账, 部分付款 or 已付款. */
export function setDebtState(
  ctx: CommandContext,
  { documentId, booked, open }: { readonly documentId: Id; readonly booked: Money; readonly open: Money },
): void {
  const row = documentRecord(ctx.db, documentId)
  if (!row || row.state === 'cancelled' || (row.kind !== 'sale' && row.kind !== 'openingBalance')) return
  const whole = row.kind === 'sale' ? row.total : booked
  const paymentState = open <= 0 ? 'paid' : open === whole ? 'onAccount' : 'partPaid'
  if (paymentState !== row.paymentState) setStates(ctx, documentId, { state: row.state, paymentState })
}

export function setStates(
  { db }: CommandContext,
  documentId: Id,
  states: { readonly state: OrderState; readonly paymentState: PaymentState },
): void {
  db.update(documents).set(states).where(eq(documents.id, documentId)).run()
}

/** Once only: nobody's sale becomes another's. */
export function setCustomer(
  { db }: CommandContext,
  documentId: Id,
  { id, party, owedBefore }: { readonly id: Id; readonly party: Party; readonly owedBefore: Money },
): void {
  db.update(documents)
    .set({ customerId: id, party, owedBefore })
    .where(and(eq(documents.id, documentId), isNull(documents.customerId)))
    .run()
}
