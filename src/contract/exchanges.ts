/** 换货: goods back and goods sold in one basket; only the difference is paid or given back. Goods back alone are a return. */
import { z } from 'zod'
import { documentView } from './documents.ts'
import { refusals } from './errors.ts'
import { basket, MOST_LINES, orders, pricedBasket, tenderInput } from './orders.ts'
import { pricedReturn, proposedRefund, returnLine, returns } from './returns.ts'
import { command, query } from './procedure.ts'
import { deviceId, money, note, optionalText, requestId } from './values.ts'

const exchangeBasket = basket.extend({ returns: z.array(returnLine).max(MOST_LINES) })

export const pricedExchange = z.object({
  sale: pricedBasket,
  returned: pricedReturn,
  /** What is to be paid; below zero, what is given back. */
  difference: money,
  /** How to give the difference back, when it is below zero. */
  proposed: proposedRefund,
})
export type PricedExchange = z.infer<typeof pricedExchange>

export const exchanges = {
  price: query('exchanges.price', { access: 'sales.return' })
    .route({ method: 'POST', path: '/exchanges/price' })
    .input(exchangeBasket)
    .output(pricedExchange)
    .errors({ ...orders.price['~orpc'].errorMap, ...returns.price['~orpc'].errorMap }),
  exchange: command('exchanges.exchange', { access: 'sales.return' })
    .route({ method: 'POST', path: '/exchanges' })
    .input(
      exchangeBasket.extend({
        requestId,
        /** Pay the difference when it is above zero, and give it back when below. */
        tenders: z.array(tenderInput).max(10),
        /** The difference that the person saw; another one is refused. */
        expectedDifference: money,
        reason: optionalText(200),
        note: note(),
        /** The device whose open basket this is: emptied in the same step. */
        basket: deviceId.optional(),
        /** With a receipt or without; as the shop prints them when absent. */
        paper: z.enum(['print', 'none']).optional(),
      }),
    )
    /** No sale where nothing was chosen instead: that is a return like any other. */
    .output(z.object({ sale: documentView.nullable(), returned: documentView }))
    .errors({
      ...orders.sell['~orpc'].errorMap,
      ...returns.returnGoods['~orpc'].errorMap,
      ...refusals('BASKET_EMPTY'),
    }),
}
