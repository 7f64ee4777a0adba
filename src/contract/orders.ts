/** Selling at the counter: what a basket comes to, and the sale itself. */
import { z } from 'zod'
import { documentView, tender } from './documents.ts'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { skuRow } from './products.ts'
import {
  enteredPrice,
  id,
  money,
  note,
  ONE,
  optionalText,
  positiveMoney,
  positiveQuantity,
  quantity,
  rate,
  requestId,
  text,
  unitPrice,
  type Quantity,
} from './values.ts'

/** A document of a wholesaler has been seen with 1,114 lines. */
export const MOST_LINES = 2_000

const itemLine = z.object({
  kind: z.literal('item'),
  skuId: id,
  /** A unit of the product; the base unit when absent. */
  unit: text(12).optional(),
  quantity: positiveQuantity,
  /** A typed price (改价); the list price when absent. */
  unitPrice: enteredPrice.optional(),
  /** Taken off this line. */
  discount: positiveMoney.optional(),
})
/** A reduction that stands on a line of its own. */
const discountLine = z.object({
  kind: z.literal('discount'),
  title: text(120),
  quantity: positiveQuantity,
  unitPrice: enteredPrice,
})
export const basketLine = z.discriminatedUnion('kind', [itemLine, discountLine])
export type BasketLine = z.infer<typeof basketLine>

export const basket = z.object({
  customerId: id.nullable(),
  lines: z.array(basketLine).max(MOST_LINES),
  /** Taken off the whole sale and spread over its lines. */
  saleDiscount: positiveMoney,
  /** Odd cents dropped (抹零). */
  roundOff: positiveMoney,
})
export type Basket = z.infer<typeof basket>

type ItemLine = Extract<BasketLine, { kind: 'item' }>

/** One more of it: on the line that has it already at its own price, else on a new one. */
export function oneMore(lines: readonly BasketLine[], added: Required<Pick<ItemLine, 'skuId' | 'unit'>>): BasketLine[] {
  const isSame = (line: BasketLine): line is ItemLine =>
    line.kind === 'item' &&
    line.skuId === added.skuId &&
    line.unit === added.unit &&
    line.unitPrice === undefined &&
    line.discount === undefined
  const same = lines.find(isSame)
  if (!same) return [...lines, { kind: 'item', ...added, quantity: ONE }]
  return lines.map((line) => (line === same ? { ...same, quantity: (same.quantity + ONE) as Quantity } : line))
}

export const pricedLine = z.object({
  kind: z.enum(['goods', 'service', 'discount']),
  skuId: id.nullable(),
  code: z.string(),
  title: z.string(),
  variant: z.string(),
  unit: z.string(),
  units: z.array(z.string()),
  quantity,
  unitPrice,
  listPrice: unitPrice,
  gross: money,
  lineDiscount: money,
  discountShare: money,
  amount: money,
  taxRate: rate,
  tax: money,
  /** What stays in stock after the sale, in base units; null for what keeps none. */
  left: quantity.nullable(),
  belowFloor: z.boolean(),
})
export type PricedLine = z.infer<typeof pricedLine>

export const pricedBasket = z.object({
  lines: z.array(pricedLine),
  subtotal: money,
  discountTotal: money,
  roundOff: money,
  total: money,
  tax: money,
  itemCount: z.int(),
})
export type PricedBasket = z.infer<typeof pricedBasket>

export const tenderInput = z.object({
  tender,
  /** What this tender pays of the sale. */
  amount: positiveMoney,
  /** What was handed over in cash; the change is the rest. */
  received: positiveMoney.optional(),
})
export type TenderInput = z.infer<typeof tenderInput>

/** Where an order came from and its number there, which is booked once only. */
const channel = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .default('counter')
const channelNumber = text(64).optional()

export const orders = {
  /** What was scanned at the counter, and what the basket comes to with one more of it: one question, since a queue waits. */
  scan: query('orders.scan', { access: 'sales.sell' })
    .route({ method: 'POST', path: '/orders/scan' })
    .input(basket.extend({ code: text(60) }))
    .output(
      z
        .object({
          found: skuRow.extend({ scannedUnit: z.string() }),
          /** Null when that basket is refused; asking for its price says why. */
          priced: pricedBasket.nullable(),
        })
        .nullable(),
    ),
  price: query('orders.price', { access: 'sales.sell' })
    .route({ method: 'POST', path: '/orders/price' })
    .input(basket)
    .output(pricedBasket)
    .errors(
      refusals(
        'SKU_NOT_FOUND',
        'UNIT_NOT_FOUND',
        'DISCOUNT_TOO_LARGE',
        'CUSTOMER_NOT_FOUND',
        'AMOUNT_TOO_LARGE',
        'QUANTITY_TOO_SMALL',
      ),
    ),
  sell: command('orders.sell', { access: 'sales.sell' })
    .route({ method: 'POST', path: '/orders/sell' })
    .input(
      basket.extend({
        requestId,
        tenders: z.array(tenderInput).max(10),
        /** The total that the person saw; another one is refused. */
        expectedTotal: money,
        note: note(),
        channel,
        channelNumber,
        /** With a receipt or without; as the shop prints them when absent. */
        paper: z.enum(['print', 'none']).optional(),
      }),
    )
    .output(documentView)
    .errors(
      refusals(
        'BASKET_EMPTY',
        'SKU_NOT_FOUND',
        'UNIT_NOT_FOUND',
        'CUSTOMER_NOT_FOUND',
        'DISCOUNT_TOO_LARGE',
        'AMOUNT_TOO_LARGE',
        'QUANTITY_TOO_SMALL',
        'PRICE_BELOW_FLOOR',
        'TOTAL_CHANGED',
        'TENDERS_DO_NOT_MATCH',
        'CHANGE_ONLY_FROM_CASH',
        'ON_ACCOUNT_NEEDS_CUSTOMER',
        'CREDIT_LIMIT_EXCEEDED',
        'NO_OPEN_SHIFT',
        'STOCK_SHORT',
        'NUMBER_ALREADY_BOOKED',
        'ACTION_NOT_ALLOWED',
      ),
    ),
}

const linkedReturn = z.object({
  kind: z.literal('linked'),
  originalLineId: id,
  quantity: positiveQuantity,
  /** Given back per unit, when not the share of what was paid. Above it needs permission. */
  unitPrice: enteredPrice.optional(),
})
const unlinkedReturn = z.object({
  kind: z.literal('unlinked'),
  skuId: id,
  unit: text(12).optional(),
  quantity: positiveQuantity,
  unitPrice: enteredPrice,
})
/** A reduction granted afterwards, without goods. */
const allowance = discountLine.extend({ kind: z.literal('allowance') })
export const returnLine = z.discriminatedUnion('kind', [linkedReturn, unlinkedReturn, allowance])
export type ReturnLine = z.infer<typeof returnLine>

const returnBasket = z.object({
  customerId: id.nullable(),
  lines: z.array(returnLine).max(MOST_LINES),
})

export const returns = {
  /** What a return gives back, line by line; sums are positive here. */
  price: query('returns.price', { access: 'sales.return' })
    .route({ method: 'POST', path: '/returns/price' })
    .input(returnBasket)
    .output(z.object({ lines: z.array(z.object({ title: z.string(), amount: money })), total: money }))
    .errors(
      refusals(
        'LINE_NOT_FOUND',
        'SKU_NOT_FOUND',
        'UNIT_NOT_FOUND',
        'RETURN_TOO_MUCH',
        'RETURN_WRONG_CUSTOMER',
        'CUSTOMER_NOT_FOUND',
        'REFUND_ABOVE_PAID',
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
        'NO_OPEN_SHIFT',
        'NUMBER_ALREADY_BOOKED',
        'ACTION_NOT_ALLOWED',
      ),
    ),
}
