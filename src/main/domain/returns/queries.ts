import type { PricedReturn, ReturnLine } from '../../../contract/returns.ts'
import { negate, sum, type Id } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { priceReturn } from './price.ts'
import { planRefund } from './refund-queries.ts'

interface Asked {
  readonly customerId: Id | null
  readonly lines: readonly ReturnLine[]
}

/** What a return would give back, line by line, as positive sums, and how. */
export function priceOfReturn(ctx: ReadContext, { customerId, lines }: Asked): PricedReturn {
  const drafts = priceReturn(ctx, customerId, lines)
  const priced = drafts.map(({ line }) => ({ title: line.title, amount: negate(line.amount) }))
  const total = sum(priced.map(({ amount }) => amount))
  return { lines: priced, total, proposed: planRefund(ctx.db, drafts, { customerId, due: total }).tenders }
}

/** How a part of a return would be given back, when the rest goes into an exchange. */
export function refundOfReturn(
  ctx: ReadContext,
  { customerId, lines, due }: Asked & { readonly due: PricedReturn['total'] },
): PricedReturn['proposed'] {
  return planRefund(ctx.db, priceReturn(ctx, customerId, lines), { customerId, due }).tenders
}
