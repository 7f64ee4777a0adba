import type { z } from 'zod'
import type { exchanges, PricedExchange } from '../../../contract/exchanges.ts'
import type { Basket } from '../../../contract/orders.ts'
import type { ReturnLine } from '../../../contract/returns.ts'
import { negate, subtract } from '../../../contract/values.ts'
import type { ReadContext, Refs } from '../context.ts'
import { getDocument } from '../documents/queries.ts'
import { priceOfBasket } from '../orders/queries.ts'
import { priceOfReturn, refundOfReturn } from '../returns/queries.ts'

/** What both halves come to, and the difference between them. */
export function priceOfExchange(
  ctx: ReadContext,
  { returns: lines, ...basket }: Basket & { readonly returns: readonly ReturnLine[] },
): PricedExchange {
  const { customerId } = basket
  const isAlone = basket.lines.length === 0
  const sale = priceOfBasket(ctx, isAlone ? { ...basket, saleDiscount: null, roundOff: 'none' } : basket)
  const returned = priceOfReturn(ctx, { customerId, lines })
  const difference = subtract(sale.total, returned.total)
  const proposed = difference < 0 ? refundOfReturn(ctx, { customerId, lines, due: negate(difference) }) : []
  return { sale, returned, difference, proposed }
}

type Exchanged = z.infer<NonNullable<(typeof exchanges.exchange)['~orpc']['outputSchema']>>

export function exchangeByRefs(ctx: ReadContext, { document, returned }: Refs): Exchanged {
  return {
    sale: document === returned ? null : getDocument(ctx, { documentId: Number(document) }),
    returned: getDocument(ctx, { documentId: Number(returned) }),
  }
}
