/** Goods back from a customer, with their sale or without receipt, and how the money goes back. */
import { z } from 'zod'
import { documentRow, documentView, tender } from './documents.ts'
import { refusals } from './errors.ts'
import { channel, channelNumber, discountLine, MOST_LINES } from './orders.ts'
import { command, query } from './procedure.ts'
import { enteredPrice, id, money, optionalText, positiveMoney, positiveQuantity, requestId, text } from './values.ts'

/** What came back cannot be sold again (报损): it leaves stock at once. */
const writeOff = z.boolean().optional()
const linkedReturn = z.object({
  kind: z.literal('linked'),
  originalLineId: id,
  quantity: positiveQuantity,
  /** Given back per unit, when not the share of what was paid. Above it needs permission. */
  unitPrice: enteredPrice.optional(),
  writeOff,
})
const unlinkedReturn = z.object({
  kind: z.literal('unlinked'),
  skuId: id,
  unit: text(12).optional(),
  quantity: positiveQuantity,
  unitPrice: enteredPrice,
  writeOff,
})
/** A reduction granted afterwards, without goods. */
const allowance = discountLine.extend({ kind: z.literal('allowance') })
export const returnLine = z.discriminatedUnion('kind', [linkedReturn, unlinkedReturn, allowance])
export type ReturnLine = z.infer<typeof returnLine>

/** How to give back: open debt first, then the tenders of the sale, then cash. */
export const proposedRefund = z.array(z.object({ tender, amount: money }))
export type ProposedRefund = z.infer<typeof proposedRefund>

/** What a return gives back, line by line; sums are positive here. */
export const pricedReturn = z.object({
  lines: z.array(z.object({ title: z.string(), amount: money })),
  total: money,
  proposed: proposedRefund,
})
export type PricedReturn = z.infer<typeof pricedReturn>

const returnBasket = z.object({
  customerId: id.nullable(),
  lines: z.array(returnLine).max(MOST_LINES),
})

export const returns = {
  /** The sales that goods may come back from: by number or its end, customer, phone or what was bought; the last ones for ''. */
  findSales: query('returns.findSales', { access: 'documents.view' })
    .route({ method: 'GET', path: '/returns/sales' })
    .input(z.object({ search: optionalText(60).default('') }))
    .output(z.object({ rows: z.array(documentRow) })),
  /** What a return gives back, line by line; sums are positive here. */
  price: query('returns.price', { access: 'sales.return' })
    .route({ method: 'POST', path: '/returns/price' })
    .input(returnBasket)
    .output(pricedReturn)
    .errors(
      refusals(
        'LINE_NOT_FOUND',
        'SKU_NOT_FOUND',
        'UNIT_NOT_FOUND',
        'RETURN_TOO_MUCH',
        'RETURN_WRONG_CUSTOMER',
        'CUSTOMER_NOT_FOUND',
        'AMOUNT_TOO_LARGE',
        'QUANTITY_TOO_SMALL',
        'ACTION_NOT_ALLOWED',
      ),
    ),
  returnGoods: command('returns.returnGoods', { access: 'sales.return' })
    .route({ method: 'POST', path: '/returns' })
    .input(
      returnBasket.extend({
        requestId,
        reason: optionalText(200),
        tenders: z.array(z.object({ tender, amount: positiveMoney })).max(10),
        expectedTotal: money,
        channel,
        channelNumber,
      }),
    )
    .output(documentView)
    .errors(
      refusals(
        'BASKET_EMPTY',
        'LINE_NOT_FOUND',
        'SKU_NOT_FOUND',
        'UNIT_NOT_FOUND',
        'RETURN_TOO_MUCH',
        'RETURN_WRONG_CUSTOMER',
        'REFUND_ABOVE_PAID',
        'CUSTOMER_NOT_FOUND',
        'AMOUNT_TOO_LARGE',
        'QUANTITY_TOO_SMALL',
        'TOTAL_CHANGED',
        'TENDERS_DO_NOT_MATCH',
        'ON_ACCOUNT_NEEDS_CUSTOMER',
        'REFUND_TO_ACCOUNT',
        'REFUND_ABOVE_LOWEST',
        'STORE_CREDIT_NEEDS_CUSTOMER',
        'STOCK_SHORT',
        'NO_OPEN_SHIFT',
        'CLOCK_WENT_BACK',
        'SHIFT_OF_YESTERDAY',
        'NUMBER_ALREADY_BOOKED',
        'ACTION_NOT_ALLOWED',
      ),
    ),
}
