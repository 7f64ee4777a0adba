/** Every paper of the shop: sales, returns, adjustments and goods in, listed, opened and printed. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { count, order, page, pageOf } from './paging.ts'
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

export const DOCUMENT_KINDS = [
  'sale',
  'customerReturn',
  'debtCollection',
  'adjustment',
  'goodsReceived',
  'openingStock',
  'stockTransfer',
  'openingBalance',
] as const
export const documentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof documentKind>

export const ORDER_STATES = ['draft', 'review', 'sentBack', 'confirmed', 'onHold', 'completed', 'cancelled'] as const
export const orderState = z.enum(ORDER_STATES)
export type OrderState = z.infer<typeof orderState>

/** What may be done with a document now; screens show these and know no rule. */
export const DOCUMENT_ACTIONS = ['returnGoods', 'correctTender', 'addCustomer', 'voidSale', 'print'] as const
export const documentAction = z.enum(DOCUMENT_ACTIONS)

export const PAYMENT_STATES = ['unpaid', 'partPaid', 'paid', 'onAccount', 'refunded', 'none'] as const
export const paymentState = z.enum(PAYMENT_STATES)
/** What lists may ask for: `owing` is unpaid, partly paid or on account. */
export const PAYMENT_FILTERS = [...PAYMENT_STATES, 'owing'] as const
export type PaymentFilter = (typeof PAYMENT_FILTERS)[number]
/** Where an order may stand that is not simply done. */
export const UNFINISHED_STATES = ['draft', 'review', 'sentBack', 'confirmed', 'onHold', 'cancelled'] as const
export type UnfinishedState = (typeof UNFINISHED_STATES)[number]
export type PaymentState = z.infer<typeof paymentState>

/** What a person may choose to pay or give back with. */
export const TENDERS = ['cash', 'wechat', 'alipay', 'card', 'bankTransfer', 'storeCredit', 'onAccount'] as const
export const tender = z.enum(TENDERS)
export type Tender = z.infer<typeof tender>

/** What stands on a document: `exchange` and `opening` only balance documents, and nobody chooses them. */
export const PAYMENT_TENDERS = [...TENDERS, 'exchange', 'opening'] as const
export const paymentTender = z.enum(PAYMENT_TENDERS)
export type PaymentTender = z.infer<typeof paymentTender>

export const lineKind = z.enum(['goods', 'service', 'discount'])

/** Where a line's price came from: the list (the customer's kind of price), or a hand. */
export const priceSource = z.enum(['list', 'member', 'wholesale', 'typed', 'none'])
export type PriceSource = z.infer<typeof priceSource>

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
  priceFrom: z.enum([...priceSource.options, 'original']),
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
  salespersonId: id.nullable(),
  salespersonName: z.string(),
  /** Why it was given away (赠品); null for what was sold. */
  giftReason: z.string().nullable(),
  cost: money.optional(),
})
export type DocumentLine = z.infer<typeof documentLine>

export const payment = z.object({
  id,
  tender: paymentTender,
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
  /** Who allowed it in place (店长授权). */
  authorisedByName: z.string().nullable(),
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
  /** What this person may not do, but may have allowed in place (店长授权): the command asks for a PIN. */
  authorisableActions: z.array(documentAction),
  customerId: id.nullable(),
  customerName: z.string(),
  staffName: z.string(),
  salespersonId: id.nullable(),
  /** Who served; empty where nobody else than who took the money. */
  salespersonName: z.string(),
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
  /** Where its goods moved, where that was said; empty for the shop itself. */
  warehouse: z.string().nullable(),
  toWarehouse: z.string().nullable(),
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
  /** What a collection took in; it sells nothing, so its total is zero. */
  collected: money.optional(),
  businessDay,
  recordedAt: time,
  staffName: z.string(),
  channel: z.string(),
})
export type DocumentRow = z.infer<typeof documentRow>

/** A debt that was paid, as far as one document paid it. */
export const settledDebt = z.object({ documentId: id, number: z.string(), businessDay, amount: money })

export const PAPERS = ['receipt', 'salesDocument', 'packingSlip', 'collectionSlip'] as const
export const paper = z.enum(PAPERS)
export type Paper = z.infer<typeof paper>

/** The papers on sheets, of which those of several documents are one print job; the others come off a roll. */
export const SHEET_PAPERS = ['salesDocument', 'packingSlip'] as const satisfies readonly Paper[]
export type SheetPaper = (typeof SHEET_PAPERS)[number]
/** As many documents as one may look through, and wait for, before they are printed. */
export const MOST_PAPERS = 100

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
  /** The documents whose debt a collection settled; of other documents, none. */
  settled: z.array(settledDebt),
  document: documentView.omit({
    ...{ history: true, allowedActions: true, authorisableActions: true, related: true, cost: true, profit: true },
  }),
})
export type PaperModel = z.infer<typeof paperModel>

/** What the list may be sorted by; by `total` only what is few enough. */
export const DOCUMENT_SORTS = ['time', 'total'] as const
export type DocumentSort = (typeof DOCUMENT_SORTS)[number]
const documentFilter = z.object({
  kind: documentKind.optional(),
  payment: z.enum(PAYMENT_FILTERS).optional(),
  state: z.enum(UNFINISHED_STATES).optional(),
  from: businessDay.optional(),
  to: businessDay.optional(),
  /** So many business days with the shop's today as the last, in the place of `from` and `to`: a device may have another date. */
  lastDays: z.int().min(1).max(366).optional(),
})

export const documents = {
  list: query('documents.list', { access: 'documents.view' })
    .route({ method: 'GET', path: '/documents' })
    .input(
      page.extend({
        /** Documents page by business day and id, or by id and total. */
        after: z
          .string()
          .regex(/^(\d{4}-\d{2}-\d{2}:\d{1,15}|\d{1,15}:-?\d{1,15})$/)
          .optional(),
        /** A number, or a customer's name or phone. */
        search: optionalText(60).default(''),
        ...documentFilter.shape,
        customerId: id.optional(),
        sort: z.enum(DOCUMENT_SORTS).default('time'),
        order: order.default('desc'),
      }),
    )
    .output(pageOf(documentRow))
    .errors(refusals('TOO_MANY_TO_SORT')),
  /** How many there are behind each choice of a filter while the others stay as they are. */
  counts: query('documents.counts', { access: 'documents.view' })
    .route({ method: 'GET', path: '/documents/counts' })
    .input(documentFilter)
    .output(
      z.object({
        kinds: z.record(documentKind, count),
        payments: z.record(z.enum(PAYMENT_FILTERS), count),
        states: z.record(z.enum(UNFINISHED_STATES), count),
        /** Whether they are few enough to be sorted by total. */
        sortable: z.boolean(),
      }),
    ),
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
  /** The same paper of several documents, in the order asked for, masked as one alone. */
  papers: query('documents.papers', { access: 'documents.view', runs: 'worker' })
    .route({ method: 'POST', path: '/documents/papers' })
    .input(z.object({ documentIds: z.array(id).min(1).max(MOST_PAPERS), paper: z.enum(SHEET_PAPERS) }))
    .output(z.array(paperModel))
    .errors(refusals('DOCUMENT_NOT_FOUND')),
  /** The paper that goes with the goods, phone and address in full. A receipt lies about and never carries them. */
  printFull: command('documents.printFull', { access: 'customers.reveal' })
    .route({ method: 'POST', path: '/documents/{documentId}/printFull' })
    .input(z.object({ requestId, documentId: id, paper }))
    .output(paperModel)
    .errors(refusals('DOCUMENT_NOT_FOUND')),
}
