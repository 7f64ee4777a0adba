import type { ReturnLine } from '../../../contract/orders.ts'
import { negate, sum, type Id, type Money } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { priceReturn } from './price.ts'

/** What a return would give back, line by line, as positive sums. */
export function priceOfReturn(
  ctx: ReadContext,
  { customerId, lines }: { readonly customerId: Id | null; readonly lines: readonly ReturnLine[] },
): { lines: { title: string; amount: Money }[]; total: Money } {
  const priced = priceReturn(ctx, customerId, lines).map(({ line }) => ({
    title: line.title,
    amount: negate(line.amount),
  }))
  return { lines: priced, total: sum(priced.map(({ amount }) => amount)) }
}
