/** Goods back from a customer, or money granted afterwards. */
import type { ReturnLine } from '../../../contract/orders.ts'
import { negate, sum, ZERO, type Id, type Money } from '../../../contract/values.ts'
import { may, type CommandContext, type Refs } from '../context.ts'
import { issueDocument, totalsOf, type LineDraft } from '../documents/commands.ts'
import { mustHaveSoundClock } from '../documents/queries-clock.ts'
import { refuse } from '../errors.ts'
import { buyerOf, type Buyer } from '../orders/commands.ts'
import { paymentStateOf, settleRefund, takePayments, type TenderOfSale } from '../payments/commands.ts'
import { addStock } from '../stock/commands.ts'
import { priceReturn, type ReturnDraft } from './price.ts'

export interface Return {
  readonly customerId: Id | null
  readonly lines: readonly ReturnLine[]
  readonly reason: string
  readonly tenders: readonly Pick<TenderOfSale, 'tender' | 'amount'>[]
  readonly expectedTotal: Money
  readonly channel: string
  readonly channelNumber?: string | undefined
}

/** Takes goods back into stock and gives back what was paid for them, in one step. */
export function returnGoods(ctx: CommandContext, asked: Return): Refs {
  if (asked.lines.length === 0) refuse('BASKET_EMPTY')
  mustHaveSoundClock(ctx)
  const buyer = buyerOf(ctx, asked.customerId)
  const drafts = priceReturn(ctx, asked.customerId, asked.lines)
  const totals = totalsOf(
    drafts.map(({ line }) => line),
    { roundOff: ZERO, pricesIncludeTax: true },
  )
  const refund = negate(totals.total)
  if (refund !== asked.expectedTotal) refuse('TOTAL_CHANGED', { total: refund })
  const settlements = settleRefund(refund, asked.tenders)
  creditAccountFirst(ctx, asked, buyer, drafts)
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
    note: '',
    lines: drafts.map((draft) => takeBack(ctx, draft)),
  })
  takePayments(ctx, document, settlements, buyer)
  return buyer ? { document, customer: buyer.id } : { document }
}

/** What was never paid is not paid out: goods of a sale on account reduce what is owed before any money is given back. */
function creditAccountFirst(
  ctx: CommandContext,
  { tenders }: Return,
  buyer: Buyer | null,
  drafts: readonly ReturnDraft[],
): void {
  if (!buyer || may(ctx, 'sales.returnWithoutReceipt')) return
  const refund = negate(sum(drafts.map(({ line, onAccount }) => (onAccount ? line.amount : ZERO))))
  const least = Math.min(refund, Math.max(0, buyer.owedBefore)) as Money
  const credited = sum(tenders.map(({ tender, amount }) => (tender === 'onAccount' ? amount : ZERO)))
  if (credited < least) refuse('REFUND_TO_ACCOUNT', { least })
}

function takeBack(ctx: CommandContext, { line, restock }: ReturnDraft): LineDraft {
  if (!restock) return { ...line, cost: ZERO }
  const moved = addStock(ctx, restock, restock.baseQuantity, restock.cost)
  return { ...line, cost: negate(moved.value), moved }
}
