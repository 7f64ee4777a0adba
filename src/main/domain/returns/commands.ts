/** Goods back from a customer, or money granted afterwards. */
import type { ReturnLine } from '../../../contract/returns.ts'
import { negate, subtract, sum, ZERO, type Id, type Money } from '../../../contract/values.ts'
import { may, mustHave, type CommandContext, type Refs } from '../context.ts'
import { issueDocument, totalsOf, type LineDraft } from '../documents/commands.ts'
import { mustHaveSoundClock } from '../documents/queries-clock.ts'
import { refuse } from '../errors.ts'
import { buyerOf } from '../orders/commands.ts'
import { paymentStateOf, settleRefund, takePayments, type TenderOfSale } from '../payments/commands.ts'
import type { Allocation } from '../payments/debt-commands.ts'
import { isCashMoved, queueReceipt } from '../printing/queue-commands.ts'
import { recordSensitive } from '../sensitive/commands.ts'
import { addStock } from '../stock/commands.ts'
import { priceReturn, type ReturnDraft } from './price.ts'
import { isAsProposed, planRefund, type RefundPlan } from './refund-queries.ts'
import { writeOffReturned } from './write-off.ts'

type Tenders = readonly Pick<TenderOfSale, 'tender' | 'amount'>[]

export interface Return {
  readonly customerId: Id | null
  readonly lines: readonly ReturnLine[]
  readonly reason: string
  readonly tenders: Tenders
  readonly expectedTotal: Money
  readonly channel: string
  readonly channelNumber?: string | undefined
  /** The sale that it is exchanged for. */
  readonly exchangedWithId?: Id | undefined
  readonly note?: string | undefined
  /** The counter that takes them back. */
  readonly device?: string | undefined
  readonly paper?: 'print' | 'none' | undefined
}

/** Takes goods back into stock and gives back what was paid for them, in one step. */
export function returnGoods(ctx: CommandContext, asked: Return): Refs {
  if (asked.lines.length === 0) refuse('BASKET_EMPTY')
  mustHaveSoundClock(ctx)
  const buyer = buyerOf(ctx, asked.customerId)
  const drafts = priceReturn(ctx, asked.customerId, asked.lines)
  for (const draft of drafts) draft.mustBeAllowed(ctx)
  const totals = totalsOf(
    drafts.map(({ line }) => line),
    { roundOff: ZERO, pricesIncludeTax: true },
  )
  const refund = negate(totals.total)
  if (refund !== asked.expectedTotal) refuse('TOTAL_CHANGED', { total: refund })
  const settlements = settleRefund(refund, asked.tenders)
  const settles = debtsPaid(ctx, drafts, asked, refund)
  const document = issueDocument(ctx, {
    kind: 'customerReturn',
    state: 'completed',
    paymentState: paymentStateOf(settlements, 'refund'),
    customer: buyer,
    channel: asked.channel,
    channelNumber: asked.channelNumber ?? null,
    pricesIncludeTax: true,
    totals,
    paid: totals.total,
    reason: asked.reason,
    note: asked.note ?? '',
    lines: drafts.map((draft) => takeBack(ctx, draft)),
    exchangedWithId: asked.exchangedWithId,
  })
  takePayments(ctx, document, settlements, buyer, settles)
  writeOffReturned(ctx, document, drafts)
  recordWithoutReceipt(ctx, document, drafts, asked.reason)
  const { device, paper } = asked
  queueReceipt(ctx, { documentId: document, device, asked: paper, tookCash: isCashMoved(settlements) })
  return buyer ? { document, customer: buyer.id } : { document }
}

/** Debt first, then the tenders of the sale; another way needs permission. */
function debtsPaid(
  ctx: CommandContext,
  drafts: readonly ReturnDraft[],
  { customerId, tenders }: Return,
  refund: Money,
): readonly Allocation[] {
  const paid = tenders.filter(({ tender }) => tender !== 'exchange')
  const due = subtract(refund, sumOf(tenders, 'exchange'))
  const plan = planRefund(ctx.db, drafts, { customerId, due })
  const credited = sumOf(paid, 'onAccount')
  if (!may(ctx, 'sales.refundOtherwise')) {
    const least = sum(plan.debts.map(({ amount }) => amount))
    if (credited < least) refuse('REFUND_TO_ACCOUNT', { least })
    if (!isAsProposed(plan, paid)) mustHave(ctx, 'sales.refundOtherwise')
  }
  return withinCredit(plan, credited)
}

const sumOf = (tenders: Tenders, wanted: TenderOfSale['tender']): Money =>
  sum(tenders.map(({ tender, amount }) => (tender === wanted ? amount : ZERO)))

/** As much of the sale's own debts as was really credited to the account. */
function withinCredit({ debts }: RefundPlan, credited: Money): Allocation[] {
  let left: number = credited
  return debts.flatMap(({ documentId, amount }) => {
    const paid = Math.min(amount, left) as Money
    left -= paid
    return paid > 0 ? [{ documentId, amount: paid }] : []
  })
}

function takeBack(ctx: CommandContext, { line, restock }: ReturnDraft): LineDraft {
  if (!restock) return { ...line, cost: ZERO }
  const moved = addStock(ctx, restock, restock.baseQuantity, restock.cost)
  return { ...line, cost: negate(moved.value), moved: [moved] }
}

function recordWithoutReceipt(
  ctx: CommandContext,
  documentId: Id,
  drafts: readonly ReturnDraft[],
  reason: string,
): void {
  const lines = drafts.filter(({ originalId, line }) => originalId === null && line.skuId !== null)
  if (lines.length === 0) return
  const amount = negate(sum(lines.map(({ line }) => line.amount)))
  const subject = lines
    .map(({ line }) => line.title)
    .join(', ')
    .slice(0, MOST_SUBJECT)
  recordSensitive(ctx, { kind: 'returnWithoutReceipt', subject, amount, reason, documentId })
}

const MOST_SUBJECT = 200
