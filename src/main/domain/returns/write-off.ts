/** Goods that came back and cannot be sold again (报损): they leave stock at once, on a paper of their own. */
import { negate, negateQuantity, ZERO, type Id, type UnitPrice } from '../../../contract/values.ts'
import type { CommandContext } from '../context.ts'
import { issueDocument, NO_TOTALS, type LineDraft } from '../documents/commands.ts'
import { linesOf, type LineRecord } from '../documents/record-queries.ts'
import { removeStock } from '../stock/commands.ts'
import type { ReturnDraft } from './price.ts'

/** The reason that the trade gives such a loss, as adjustments name it. */
const WRITTEN_OFF = '报损'

export function writeOffReturned(ctx: CommandContext, returnId: Id, drafts: readonly ReturnDraft[]): void {
  const broken = linesOf(ctx.db, returnId).filter((_, index) => drafts[index]?.writeOff && drafts[index].restock)
  if (broken.length === 0) return
  issueDocument(ctx, {
    kind: 'adjustment',
    state: 'completed',
    paymentState: 'none',
    customer: null,
    channel: 'counter',
    channelNumber: null,
    pricesIncludeTax: ctx.shop.profile.pricesIncludeTax,
    totals: NO_TOTALS,
    paid: ZERO,
    reason: WRITTEN_OFF,
    note: '',
    lines: broken.map((line) => lost(ctx, line)),
  })
}

/** The same pieces, below zero; the line refers to the one that brought them back. */
function lost(ctx: CommandContext, line: LineRecord): LineDraft {
  const { id, documentId: _, position: _p, ...same } = line
  const count = negateQuantity(line.baseQuantity)
  const goods = { skuId: line.skuId ?? 0, title: line.title, unit: line.unit }
  const moved = removeStock(ctx, goods, count)
  return {
    ...same,
    unitPrice: 0 as UnitPrice,
    priceFrom: 'none',
    gross: ZERO,
    lineDiscount: ZERO,
    discountShare: ZERO,
    amount: ZERO,
    tax: ZERO,
    cost: negate(moved.value),
    originalLineId: id,
    moved: [moved],
  }
}
