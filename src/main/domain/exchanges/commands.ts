/**
 * 换货: a sale and a return that belong together; what cancels goes as the tender `exchange`, and nobody sees it as money.
 * Goods back for which nothing is chosen are a return, and nothing else.
 */
import type { ReturnLine } from '../../../contract/returns.ts'
import { negate, subtract, ZERO, type Money } from '../../../contract/values.ts'
import { emptySoldBasket } from '../baskets/commands.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { sellGoods, type Sale } from '../orders/commands.ts'
import { priceOfBasket } from '../orders/queries.ts'
import type { TenderOfSale } from '../payments/commands.ts'
import { returnGoods } from '../returns/commands.ts'
import { priceOfReturn } from '../returns/queries.ts'

export interface Exchange extends Omit<Sale, 'expectedTotal' | 'channel' | 'channelNumber'> {
  readonly returns: readonly ReturnLine[]
  readonly expectedDifference: Money
  readonly reason: string
}

const AT_COUNTER = { channel: 'counter' } as const

/** Both or neither: only the difference is paid, or given back as any refund. */
export function exchangeGoods(ctx: CommandContext, asked: Exchange): Refs {
  const { returns, expectedDifference, reason, tenders, ...basket } = asked
  const { customerId } = basket
  if (returns.length === 0) refuse('BASKET_EMPTY')
  if (basket.lines.length === 0) return takeBackAlone(ctx, asked)
  const { total } = priceOfBasket(ctx, basket)
  const refund = priceOfReturn(ctx, { customerId, lines: returns }).total
  const difference = subtract(total, refund)
  if (difference !== expectedDifference) refuse('TOTAL_CHANGED', { total: difference })
  const cancelled = exchangeTender(Math.min(total, refund) as Money)
  const paysMore = difference > 0
  const sale = sellGoods(ctx, {
    ...basket,
    ...AT_COUNTER,
    tenders: [...cancelled, ...(paysMore ? tenders : [])],
    expectedTotal: total,
  })
  const returned = returnGoods(ctx, {
    ...AT_COUNTER,
    customerId,
    lines: returns,
    reason,
    tenders: [...cancelled, ...(paysMore ? [] : tenders)],
    expectedTotal: refund,
    exchangedWithId: Number(sale.document),
    device: asked.basket,
    paper: asked.paper,
  })
  return { ...sale, returned: Number(returned.document) }
}

/** Reductions on the whole were meant for what is sold, and nothing is. */
function takeBackAlone(ctx: CommandContext, asked: Exchange): Refs {
  const { customerId, returns: lines, expectedDifference, reason, note, tenders, basket, paper } = asked
  const back = { ...AT_COUNTER, customerId, lines, reason, note, tenders, device: basket, paper }
  const refs = returnGoods(ctx, { ...back, expectedTotal: negate(expectedDifference) })
  const returned = Number(refs.document)
  if (basket !== undefined) emptySoldBasket(ctx, basket, returned)
  return { ...refs, returned }
}

const exchangeTender = (amount: Money): TenderOfSale[] => (amount === ZERO ? [] : [{ tender: 'exchange', amount }])
