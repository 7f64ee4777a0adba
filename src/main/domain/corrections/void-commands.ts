/** 作废: a sale taken back as a whole, as if it had not been. */
import { negate, negateQuantity, ZERO, type Id, type Money } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { issueDocument, type DocumentDraft, type LineDraft } from '../documents/commands.ts'
import { hasComeBack } from '../documents/queries.ts'
import { mustHaveSoundClock } from '../documents/queries-clock.ts'
import { linesOf, type DocumentRecord, type LineRecord } from '../documents/record-queries.ts'
import { setStates } from '../documents/state-commands.ts'
import { refuse } from '../errors.ts'
import { transition } from '../orders/lifecycle.ts'
import { takePayments, type Settlement } from '../payments/commands.ts'
import { debtOf } from '../payments/debt-queries.ts'
import { owedNow, paymentsOf } from '../payments/queries.ts'
import { recordSensitive } from '../sensitive/commands.ts'
import { addStock } from '../stock/commands.ts'
import { correctable, debtorOf, entry, refsOf } from './commands.ts'

/** Every line comes back at the cost it left with, and every tender gives back what it paid. */
export function voidSale(
  ctx: CommandContext,
  { documentId, reason }: { readonly documentId: Id; readonly reason: string },
): Refs {
  mustHaveSoundClock(ctx)
  const sale = correctable(ctx, documentId, 'voidSale')
  if (hasComeBack(ctx.db, documentId)) refuse('VOID_TOO_LATE')
  const lines = linesOf(ctx.db, documentId).map((line) => takeBack(ctx, line))
  const reversal = issueDocument(ctx, { ...mirrorOf(ctx, sale), reason, lines })
  const { open } = debtOf(ctx.db, documentId)
  const settles = open > 0 ? [{ documentId, amount: open }] : []
  takePayments(ctx, reversal, reversed(ctx, documentId), debtorOf(ctx, sale), settles)
  const state = transition(sale.state, 'voidSale', { lineCount: sale.lineCount })
  setStates(ctx, documentId, { state, paymentState: 'refunded' })
  recordSensitive(ctx, { kind: 'saleVoided', subject: sale.number, amount: sale.total, reason, documentId })
  return { ...refsOf(sale), reversal }
}

type Mirror = Omit<DocumentDraft, 'reason' | 'lines'>

function mirrorOf(ctx: CommandContext, sale: DocumentRecord): Mirror {
  const { customerId, party, subtotal, discountTotal, roundOff, total, tax } = sale
  return {
    kind: 'customerReturn',
    state: 'completed',
    paymentState: 'refunded',
    customer: customerId !== null && party ? { id: customerId, party, owedBefore: owedNow(ctx.db, customerId) } : null,
    channel: 'counter',
    channelNumber: null,
    pricesIncludeTax: sale.pricesIncludeTax,
    totals: {
      subtotal: negate(subtotal),
      discountTotal: negate(discountTotal),
      roundOff: negate(roundOff),
      total: negate(total),
      tax: negate(tax),
    },
    paid: negate(total),
    note: '',
    reversesId: sale.id,
  }
}

function takeBack(ctx: CommandContext, line: LineRecord): LineDraft {
  const { id, documentId: _d, position: _p, ...sold } = line
  const mirrored = {
    ...sold,
    quantity: negateQuantity(sold.quantity),
    baseQuantity: negateQuantity(sold.baseQuantity),
    priceFrom: 'original' as const,
    gross: negate(sold.gross),
    lineDiscount: negate(sold.lineDiscount),
    discountShare: negate(sold.discountShare),
    amount: negate(sold.amount),
    tax: negate(sold.tax),
    cost: negate(sold.cost),
    originalLineId: id,
  }
  if (sold.kind !== 'goods' || sold.skuId === null) return mirrored
  return { ...mirrored, moved: [addStock(ctx, { skuId: sold.skuId }, sold.baseQuantity, sold.cost)] }
}

/** Tender by tender, whatever was corrected in between. */
function reversed({ db }: CommandContext, documentId: Id): Settlement[] {
  const paid = new Map<Settlement['tender'], Money>()
  for (const { tender, amount } of paymentsOf(db, documentId)) {
    paid.set(tender, ((paid.get(tender) ?? ZERO) + amount) as Money)
  }
  return [...paid].map(([tender, amount]) => entry(tender, negate(amount)))
}
