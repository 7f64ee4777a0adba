/** Selling over the counter. */
import type { Basket } from '../../../contract/orders.ts'
import type { Id, Money } from '../../../contract/values.ts'
import { emptySoldBasket } from '../baskets/commands.ts'
import type { CommandContext, Refs } from '../context.ts'
import { partyOf } from '../customers/queries.ts'
import { issueDocument, type DocumentDraft, type LineDraft } from '../documents/commands.ts'
import { mustHaveSoundClock } from '../documents/queries-clock.ts'
import { refuse } from '../errors.ts'
import { paymentStateOf, settleSale, takePayments, type Debtor, type TenderOfSale } from '../payments/commands.ts'
import { owedNow } from '../payments/queries.ts'
import { mustWorkHere } from '../staff/queries.ts'
import { isCashMoved, queueReceipt } from '../printing/queue-commands.ts'
import { removeStock } from '../stock/commands.ts'
import { seatSold } from '../tiles/commands.ts'
import { mustBeAllowed, recordGivenUp } from './given-up.ts'
import { transition } from './lifecycle.ts'
import { priceBasket, type Priced } from './price.ts'

export interface Sale extends Basket {
  readonly tenders: readonly TenderOfSale[]
  readonly expectedTotal: Money
  readonly note: string
  readonly channel: string
  readonly channelNumber?: string | undefined
  readonly basket?: string | undefined
  readonly paper?: 'print' | 'none' | undefined
}

/** Hands goods over and takes what is due, in one step: stock, document, payment and account together. */
export function sellGoods(ctx: CommandContext, sale: Sale): Refs {
  const state = transition('draft', 'sell', { lineCount: sale.lines.length })
  mustHaveSoundClock(ctx)
  const buyer = buyerOf(ctx, sale.customerId)
  const priced = priceBasket(ctx, sale)
  const { lines, totals } = priced
  mustBeAllowed(ctx, sale, priced)
  mustWorkHere(ctx.db, [sale.salespersonId ?? null, ...lines.map(({ salespersonId }) => salespersonId)])
  if (totals.total !== sale.expectedTotal) refuse('TOTAL_CHANGED', { total: totals.total })
  const settlements = settleSale(totals.total, sale.tenders)
  const document = issueDocument(ctx, {
    kind: 'sale',
    state,
    paymentState: paymentStateOf(settlements, 'sale'),
    customer: buyer,
    salespersonId: sale.salespersonId ?? null,
    channel: sale.channel,
    channelNumber: sale.channelNumber ?? null,
    pricesIncludeTax: ctx.shop.profile.pricesIncludeTax,
    totals,
    paid: totals.total,
    reason: '',
    note: sale.note,
    lines: lines.map((line) => handOver(ctx, line)),
  })
  takePayments(ctx, document, settlements, buyer)
  recordGivenUp(ctx, document, sale, priced)
  seatSold(
    ctx,
    lines.flatMap(({ sku }) => (sku ? [sku.productId] : [])),
  )
  if (sale.basket !== undefined) emptySoldBasket(ctx, sale.basket, document)
  queueReceipt(ctx, {
    documentId: document,
    device: sale.basket,
    asked: sale.paper,
    tookCash: isCashMoved(settlements),
  })
  return buyer ? { document, customer: buyer.id } : { document }
}

export type Buyer = NonNullable<DocumentDraft['customer']> & Debtor

/** The customer as a document remembers them; an archived one is not sold to. */
export function buyerOf(ctx: CommandContext, customerId: Id | null): Buyer | null {
  if (customerId === null) return null
  const found = partyOf(ctx.db, customerId)
  if (!found || found.archived) refuse('CUSTOMER_NOT_FOUND')
  const { name, phone, address, creditLimit } = found
  return { id: customerId, party: { name, phone, address }, owedBefore: owedNow(ctx.db, customerId), creditLimit }
}

function handOver(ctx: CommandContext, line: Priced): LineDraft {
  const { sku, title, unit } = line
  const moved =
    sku && line.kind === 'goods'
      ? removeStock(ctx, { skuId: sku.skuId, title, unit: sku.baseUnit }, line.baseQuantity)
      : undefined
  return {
    kind: line.kind,
    skuId: sku?.skuId ?? null,
    code: sku?.code ?? '',
    title,
    variant: sku?.variant ?? '',
    unit,
    factor: line.factor,
    quantity: line.quantity,
    baseQuantity: line.baseQuantity,
    unitPrice: line.unitPrice,
    priceFrom: line.priceFrom,
    gross: line.gross,
    lineDiscount: line.lineDiscount,
    discountShare: line.discountShare,
    amount: line.amount,
    taxRate: line.taxRate,
    tax: line.tax,
    cost: (moved ? 0 - moved.value : 0) as Money,
    originalLineId: null,
    salespersonId: line.salespersonId,
    giftReason: line.giftReason,
    moved: moved && [moved],
  }
}
