/** What is on hand, what moved it, and putting it right. */
import { z } from 'zod'
import { documentKind, documentView } from './documents.ts'
import { refusals } from './errors.ts'
import { MOST_LINES } from './orders.ts'
import { page, pageOf } from './paging.ts'
import { command, query } from './procedure.ts'
import {
  businessDay,
  enteredPrice,
  id,
  money,
  nonZeroQuantity,
  note,
  optionalText,
  positiveQuantity,
  quantity,
  requestId,
  text,
  time,
  unitPrice,
} from './values.ts'

export const movement = z.object({
  seq: z.int(),
  kind: z.enum([...documentKind.options, 'costCorrection']),
  documentId: id,
  documentNumber: z.string(),
  quantity,
  warehouse: z.string(),
  /** On hand in that warehouse after this movement. */
  balance: quantity,
  reason: z.string(),
  staffName: z.string(),
  businessDay,
  recordedAt: time,
  value: money.optional(),
})
export type Movement = z.infer<typeof movement>

export const stockLevel = z.object({
  skuId: id,
  productId: id,
  code: z.string(),
  title: z.string(),
  variant: z.string(),
  unit: z.string(),
  /** In use, or with something in them. */
  warehouses: z.array(z.object({ id, name: z.string(), onHand: quantity })),
  onHand: quantity,
  available: quantity,
  value: money.optional(),
  unitCost: unitPrice.optional(),
})
export type StockLevel = z.infer<typeof stockLevel>

export const stock = {
  /** One SKU's level; its movements add up to it. */
  level: query('stock.level', { access: 'stock.view' })
    .route({ method: 'GET', path: '/stock/{skuId}' })
    .input(z.object({ skuId: id }))
    .output(stockLevel)
    .errors(refusals('SKU_NOT_FOUND')),
  movements: query('stock.movements', { access: 'stock.view' })
    .route({ method: 'GET', path: '/stock/{skuId}/movements' })
    .input(page.extend({ skuId: id }))
    .output(pageOf(movement))
    .errors(refusals('SKU_NOT_FOUND')),
  adjust: command('stock.adjust', { access: 'stock.adjust' })
    .route({ method: 'POST', path: '/stock/adjust' })
    .input(
      z.object({
        requestId,
        reason: text(200),
        /** The main one when absent. */
        warehouseId: id.optional(),
        lines: z.array(z.object({ skuId: id, quantity: nonZeroQuantity })).max(MOST_LINES),
        channel: optionalText(40).optional(),
        channelNumber: text(64).optional(),
      }),
    )
    .output(documentView)
    .errors(
      refusals(
        'BASKET_EMPTY',
        'SKU_NOT_FOUND',
        'STOCK_NOT_KEPT',
        'STOCK_SHORT',
        'WAREHOUSE_NOT_FOUND',
        'AMOUNT_TOO_LARGE',
        'NUMBER_ALREADY_BOOKED',
      ),
    ),
  /** Goods go from one warehouse to another (调拨) and are worth what they were. More than lies there cannot go. */
  transfer: command('stock.transfer', { access: 'stock.adjust' })
    .route({ method: 'POST', path: '/stock/transfer' })
    .input(
      z.object({
        requestId,
        fromId: id,
        toId: id,
        note: note(),
        lines: z.array(z.object({ skuId: id, unit: text(12).optional(), quantity: positiveQuantity })).max(MOST_LINES),
      }),
    )
    .output(documentView)
    .errors(
      refusals(
        'BASKET_EMPTY',
        'SKU_NOT_FOUND',
        'UNIT_NOT_FOUND',
        'STOCK_NOT_KEPT',
        'STOCK_SHORT',
        'WAREHOUSE_NOT_FOUND',
        'SAME_WAREHOUSE',
        'AMOUNT_TOO_LARGE',
        'QUANTITY_TOO_SMALL',
      ),
    ),
  receive: command('stock.receive', { access: 'stock.receive' })
    .route({ method: 'POST', path: '/stock/receive' })
    .input(
      z.object({
        requestId,
        kind: z.enum(['goodsReceived', 'openingStock']),
        supplier: optionalText(80),
        /** The main one when absent. */
        warehouseId: id.optional(),
        note: note(),
        lines: z
          .array(z.object({ skuId: id, unit: text(12).optional(), quantity: positiveQuantity, unitCost: enteredPrice }))
          .max(MOST_LINES),
      }),
    )
    .output(documentView)
    .errors(
      refusals(
        'BASKET_EMPTY',
        'SKU_NOT_FOUND',
        'UNIT_NOT_FOUND',
        'STOCK_NOT_KEPT',
        'WAREHOUSE_NOT_FOUND',
        'AMOUNT_TOO_LARGE',
        'QUANTITY_TOO_SMALL',
      ),
    ),
}
