/** Every paper of the shop: sales, returns, adjustments and goods in, listed, opened and printed. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { page, pageOf } from './paging.ts'
import { command, query } from './procedure.ts'
import {
  businessDay,
  id,
  money,
  optionalText,
  quantity,
  rate,
  requestId,
  text,
  time,
  uid,
  unitPrice,
} from './values.ts'

export const DOCUMENT_KINDS = ['sale', 'customerReturn', 'adjustment', 'goodsReceived', 'openingStock'] as const
export const documentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof documentKind>

export const ORDER_STATES = ['draft', 'review', 'sentBack', 'confirmed', 'onHold', 'completed', 'cancelled'] as const
export const orderState = z.enum(ORDER_STATES)
export type OrderState = z.infer<typeof orderState>

/** What may be done with a document now; screens show these and know no rule. */
export const DOCUMENT_ACTIONS = ['returnGoods', 'print'] as const
export const documentAction = z.enum(DOCUMENT_ACTIONS)

export const PAYMENT_STATES = ['unpaid', 'partPaid', 'paid', 'onAccount', 'refunded', 'none'] as const
export const paymentState = z.enum(PAYMENT_STATES)
export type PaymentState = z.infer<typeof paymentState>

export const TENDERS = ['cash', 'wechat', 'alipay', 'card', 'bankTransfer', 'onAccount'] as const
export const tender = z.enum(TENDERS)
export type Tender = z.infer<typeof tender>

export const lineKind = z.enum(['goods', 'service', 'discount'])

/** Sums are signed as the shop's income: a return's are negative. */
export const documentLine = z.object({
  id,
  position: z.int(),
  kind: lineKind,
  skuId: id.nullable(),
  code: z.string(),
  title: z.string(),
  variant: z.string(),
  unit: z.string(),
  factor: quantity,
  quantity,
  baseQuantity: quantity,
  unitPrice,
  priceFrom: z.enum(['list', 'typed', 'original', 'none']),
  /** quantity × unit price. */
  gross: money,
  lineDiscount: money,
  /** This line's share of the discounts on the whole document. */
  discountShare: money,
  /** What the line comes to. */
  amount: money,
  taxRate: rate,
  tax: money,
  /** Pieces of this line (in its own unit) that have come back. */
  returned: quantity,
  originalLineId: id.nullable(),
  cost: money.optional(),
})
export type DocumentLine = z.infer<typeof documentLine>

export const payment = z.object({
  id,
  tender,
  amount: money,
  received: money,
  change: money,
  recordedAt: time,
  staffName: z.string(),
})

export const historyEntry = z.object({
  seq: z.int(),
  name: z.string(),
  staffName: z.string(),
  recordedAt: time,
  refused: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const documentView = z.object({
  id,
  uid,
  number: z.string(),
  kind: documentKind,
  state: orderState,
  paymentState,
  allowedActions: z.array(documentAction),
  customerId: id.nullable(),
  customerName: z.string(),
  staffName: z.string(),
  businessDay,
  recordedAt: time,
  reason: z.string(),
  note: z.string(),
  channel: z.string(),
  channelNumber: z.string().nullable(),
  pricesIncludeTax: z.boolean(),
  subtotal: money,
  discountTotal: money,
  roundOff: money,
  total: money,
  tax: money,
  paid: money,
  lines: z.array(documentLine),
  payments: z.array(payment),
  related: z.array(z.object({ id, number: z.string(), kind: documentKind })),
  history: z.array(historyEntry),
  cost: money.optional(),
  profit: money.optional(),
})
export type DocumentView = z.infer<typeof documentView>

export const documentRow = z.object({
  id,
  number: z.string(),
  kind: documentKind,
  state: orderState,
  paymentState,
  customerName: z.string(),
  firstTitle: z.string(),
  lineCount: z.int(),
  total: money,
  businessDay,
  recordedAt: time,
  staffName: z.string(),
  channel: z.string(),
})
export type DocumentRow = z.infer<typeof documentRow>

export const PAPERS = ['receipt', 'salesDocument', 'packingSlip'] as const
export const paper = z.enum(PAPERS)
export type Paper = z.infer<typeof paper>

/** What is printed, from what the document remembered when it was issued; it prints the same in ten years. */
export const paperModel = z.object({
  paper,
  shop: z.object({
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    taxNumber: z.string(),
    receiptFooter: z.string(),
    receiptWidth: z.union([z.literal(58), z.literal(80)]),
    timeZone: z.string(),
    currency: z.string(),
    currencyDecimals: z.int(),
  }),
  party: z.object({ name: z.string(), phone: z.string(), address: z.string() }).nullable(),
  /** What the customer owed before and after this document; null for a walk-in customer. */
  account: z.object({ before: money, after: money }).nullable(),
  document: documentView.omit({ history: true, allowedActions: true, related: true, cost: true, profit: true }),
})
export type PaperModel = z.infer<typeof paperModel>

export const documents = {
  list: query('documents.list', { access: 'documents.view' })
    .route({ method: 'GET', path: '/documents' })
    .input(
      page.extend({
        /** Documents page by business day and id. */
        after: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}:\d{1,15}$/)
          .optional(),
        /** A number, or a customer's name or phone. */
        search: optionalText(60).default(''),
        kind: documentKind.optional(),
        payment: paymentState.optional(),
        from: businessDay.optional(),
        to: businessDay.optional(),
        customerId: id.optional(),
      }),
    )
    .output(pageOf(documentRow)),
  get: query('documents.get', { access: 'documents.view' })
    .route({ method: 'GET', path: '/documents/{documentId}' })
    .input(z.object({ documentId: id }))
    .output(documentView)
    .errors(refusals('DOCUMENT_NOT_FOUND')),
  byNumber: query('documents.byNumber', { access: 'documents.view' })
    .route({ method: 'GET', path: '/documents/number/{number}' })
    .input(z.object({ number: text(40) }))
    .output(documentView)
    .errors(refusals('DOCUMENT_NOT_FOUND')),
  /** Phone and address are masked here for everyone: `printFull` gives them whole, and is recorded. */
  paper: query('documents.paper', { access: 'documents.view' })
    .route({ method: 'GET', path: '/documents/{documentId}/paper/{paper}' })
    .input(z.object({ documentId: id, paper }))
    .output(paperModel)
    .errors(refusals('DOCUMENT_NOT_FOUND')),
  /** The paper that goes with the goods, phone and address in full. A receipt lies about and never carries them. */
  printFull: command('documents.printFull', { access: 'customers.reveal' })
    .route({ method: 'POST', path: '/documents/{documentId}/printFull' })
    .input(z.object({ requestId, documentId: id, paper }))
    .output(paperModel)
    .errors(refusals('DOCUMENT_NOT_FOUND')),
}
