/** Selling at the counter: what a basket comes to, and the sale itself. */
import { z } from 'zod'
import { documentView, priceSource, tender } from './documents.ts'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { scanned } from './products.ts'
import { roundingStep } from './settings.ts'
import {
  deviceId,
  enteredPrice,
  id,
  money,
  note,
  ONE,
  positiveMoney,
  positiveQuantity,
  quantity,
  rate,
  requestId,
  text,
  unitPrice,
  addQuantity,
  type Quantity,
} from './values.ts'

/** A document of a wholesaler has been seen with 1,114 lines. */
export const MOST_LINES = 2_000

/** Taken off: a sum, or what remains of the whole (9折 is a rate of 9,000). */
export const reduction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amount: positiveMoney }),
  z.object({ kind: z.literal('rate'), rate }),
])
export type Reduction = z.infer<typeof reduction>
/** Off the whole sale; a total agreed on (一口价) makes the difference a discount. */
export const saleReduction = z.discriminatedUnion('kind', [
  ...reduction.options,
  z.object({ kind: z.literal('agreedTotal'), total: positiveMoney }),
])
export type SaleReduction = z.infer<typeof saleReduction>

/** Given away (赠品): nothing is paid, and its cost is booked. */
const gift = z.object({ reason: text(60) })

const itemLine = z.object({
  kind: z.literal('item'),
  skuId: id,
  /** A unit of the product; the base unit when absent. */
  unit: text(12).optional(),
  quantity: positiveQuantity,
  /** A typed price (改价); the customer's list price when absent. */
  unitPrice: enteredPrice.optional(),
  /** Taken off this line. */
  discount: reduction.optional(),
  gift: gift.optional(),
  /** The sum that a scale printed on the label: it is the line's, whatever weight times price would round to. */
  labelAmount: positiveMoney.optional(),
  salespersonId: id.optional(),
})
/** Goods without a code (无码商品): named and priced by hand, kept in no stock. */
const quickLine = z.object({
  kind: z.literal('quick'),
  title: text(120),
  quantity: positiveQuantity,
  unitPrice: enteredPrice,
  discount: reduction.optional(),
  gift: gift.optional(),
  salespersonId: id.optional(),
})
/** A reduction that stands on a line of its own. */
export const discountLine = z.object({
  kind: z.literal('discount'),
  title: text(120),
  quantity: positiveQuantity,
  unitPrice: enteredPrice,
})
export const basketLine = z.discriminatedUnion('kind', [itemLine, quickLine, discountLine])
export type BasketLine = z.infer<typeof basketLine>
export type ItemLine = z.infer<typeof itemLine>
export type QuickLine = z.infer<typeof quickLine>

export const basket = z.object({
  customerId: id.nullable(),
  lines: z.array(basketLine).max(MOST_LINES),
  /** Taken off the whole sale and spread over its lines. */
  saleDiscount: saleReduction.nullable(),
  /** Down to this step by key (抹零); the shop may drop odd cents by itself (settings). */
  roundOff: roundingStep,
  /** Who served; a line may name another. Null is who takes the money. */
  salespersonId: id.nullable().optional(),
})
export type Basket = z.infer<typeof basket>

/** Goods as a scan names them: one of them, unless a scale's label says how much. */
type ScannedGoods = Pick<ItemLine, 'skuId' | 'labelAmount'> & {
  readonly scannedUnit: string
  readonly quantity?: Quantity | undefined
}

/**
 * The lines with what was scanned: one more on the line that has it already at its own price, else a new line. What a
 * label priced stands alone.
 */
export function withScanned(
  lines: readonly BasketLine[],
  { skuId, scannedUnit: unit, quantity: count = ONE, labelAmount }: ScannedGoods,
): BasketLine[] {
  const isSame = (line: BasketLine): line is ItemLine =>
    line.kind === 'item' &&
    line.skuId === skuId &&
    line.unit === unit &&
    line.unitPrice === undefined &&
    line.discount === undefined &&
    line.gift === undefined &&
    line.labelAmount === undefined &&
    line.salespersonId === undefined
  const same = labelAmount === undefined ? lines.find(isSame) : undefined
  if (same)
    return lines.map((line) => (line === same ? { ...same, quantity: addQuantity(same.quantity, count) } : line))
  const priced = labelAmount === undefined ? {} : { labelAmount }
  return [...lines, { kind: 'item', skuId, unit, quantity: count, ...priced }]
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
  /** By the customer's tier, before anybody typed another. */
  listPrice: unitPrice,
  priceFrom: priceSource,
  gross: money,
  /** Off this line, as money; a gift's is all of its gross, and a scale's label may make it a cent below zero. */
  lineDiscount: money,
  discountShare: money,
  amount: money,
  taxRate: rate,
  tax: money,
  /** What stays in the main warehouse after the sale, in base units; null for what keeps no stock. */
  left: quantity.nullable(),
  belowFloor: z.boolean(),
  /** Null for what is sold. */
  giftReason: z.string().nullable(),
  salespersonId: id.nullable(),
})
export type PricedLine = z.infer<typeof pricedLine>

export const pricedBasket = z.object({
  lines: z.array(pricedLine),
  subtotal: money,
  /** Gifts included. */
  discountTotal: money,
  /** What the gifts would have cost. */
  giftTotal: money,
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
export const channel = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .default('counter')
export const channelNumber = text(64).optional()

export const orders = {
  /** What was scanned at the counter, and what the basket comes to with one more of it: one question, since a queue waits. */
  scan: query('orders.scan', { access: 'sales.sell' })
    .route({ method: 'POST', path: '/orders/scan' })
    .input(basket.extend({ code: text(60) }))
    .output(
      z
        .object({
          found: scanned,
          /** Null when that basket is refused, and for a scale's label; asking for its price says why. */
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
        'AGREED_TOTAL_TOO_HIGH',
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
        /** The device whose open basket this is: emptied in the same step. */
        basket: deviceId.optional(),
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
        'AGREED_TOTAL_TOO_HIGH',
        'STAFF_NOT_FOUND',
        'CLOCK_WENT_BACK',
        'AMOUNT_TOO_LARGE',
        'QUANTITY_TOO_SMALL',
        'PRICE_BELOW_FLOOR',
        'TOTAL_CHANGED',
        'TENDERS_DO_NOT_MATCH',
        'CHANGE_ONLY_FROM_CASH',
        'ON_ACCOUNT_NEEDS_CUSTOMER',
        'CREDIT_LIMIT_EXCEEDED',
        'STORE_CREDIT_NEEDS_CUSTOMER',
        'STORE_CREDIT_SHORT',
        'NO_OPEN_SHIFT',
        'SHIFT_OF_YESTERDAY',
        'STOCK_SHORT',
        'NUMBER_ALREADY_BOOKED',
        'ACTION_NOT_ALLOWED',
      ),
    ),
}
