/** A clerk's mistakes put right while the shift of the sale is open; afterwards goods only come back. */
import { z } from 'zod'
import { documentView, tender } from './documents.ts'
import { refusals } from './errors.ts'
import { command } from './procedure.ts'
import { id, money, positiveMoney, quantity, requestId, text, unitPrice } from './values.ts'

const reason = text(200)

/** A line as it was put into the basket, to sell it anew. */
export const reopenedLine = z.object({
  kind: z.enum(['item', 'quick', 'discount']),
  skuId: id.nullable(),
  code: z.string(),
  title: z.string(),
  variant: z.string(),
  unit: z.string(),
  quantity,
  /** A typed price; null for the list's. */
  unitPrice: unitPrice.nullable(),
  discount: money,
  /** Null for what was sold. */
  giftReason: z.string().nullable(),
})
export type ReopenedLine = z.infer<typeof reopenedLine>

export const voidedSale = z.object({
  document: documentView,
  customerId: id.nullable(),
  reopened: z.array(reopenedLine),
  saleDiscount: money,
  roundOff: money,
})
export type VoidedSale = z.infer<typeof voidedSale>

export const corrections = {
  /** Booked as cash, was WeChat: reverses a payment and writes the right one on the same document. */
  correctTender: command('corrections.correctTender', { access: 'sales.correct' })
    .route({ method: 'POST', path: '/documents/{documentId}/tender' })
    .input(z.object({ requestId, documentId: id, from: tender, to: tender, amount: positiveMoney.min(1), reason }))
    .output(documentView)
    .errors(
      refusals(
        'DOCUMENT_NOT_FOUND',
        'ACTION_NOT_ALLOWED',
        'SHIFT_CLOSED',
        'TENDER_SAME',
        'CORRECT_TOO_MUCH',
        'NO_OPEN_SHIFT',
        'CLOCK_WENT_BACK',
        'SHIFT_OF_YESTERDAY',
        'ON_ACCOUNT_NEEDS_CUSTOMER',
        'CREDIT_LIMIT_EXCEEDED',
        'STORE_CREDIT_NEEDS_CUSTOMER',
        'STORE_CREDIT_SHORT',
        'AMOUNT_TOO_LARGE',
      ),
    ),
  /** A forgotten member, added once to a sale that has none. */
  addCustomer: command('corrections.addCustomer', { access: 'sales.correct' })
    .route({ method: 'POST', path: '/documents/{documentId}/customer' })
    .input(z.object({ requestId, documentId: id, customerId: id }))
    .output(documentView)
    .errors(
      refusals(
        'DOCUMENT_NOT_FOUND',
        'ACTION_NOT_ALLOWED',
        'SHIFT_CLOSED',
        'CUSTOMER_NOT_FOUND',
        'CUSTOMER_ALREADY_NAMED',
      ),
    ),
  /** 作废: takes a whole sale back, tender by tender, and gives its lines for another try. */
  voidSale: command('corrections.voidSale', { access: 'sales.correct' })
    .route({ method: 'POST', path: '/documents/{documentId}/void' })
    .input(z.object({ requestId, documentId: id, reason }))
    .output(voidedSale)
    .errors(
      refusals(
        'DOCUMENT_NOT_FOUND',
        'ACTION_NOT_ALLOWED',
        'SHIFT_CLOSED',
        'VOID_TOO_LATE',
        'NO_OPEN_SHIFT',
        'CLOCK_WENT_BACK',
        'SHIFT_OF_YESTERDAY',
        'AMOUNT_TOO_LARGE',
      ),
    ),
}
