import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DocumentKind, DocumentLine, OrderState, PaymentState } from '../../../contract/documents.ts'
import type { BusinessDay, Money, Quantity, Rate, Time, UnitPrice } from '../../../contract/values.ts'

/** Who a document was made out to, as they were then. */
export interface Party {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/** The kinds that there are: rows, since SQLite cannot widen a CHECK. */
export const documentKinds = sqliteTable('document_kinds', { kind: text().$type<DocumentKind>().primaryKey() })

export const documents = sqliteTable('documents', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  kind: text().$type<DocumentKind>().notNull(),
  number: text().notNull(),
  state: text().$type<OrderState>().notNull(),
  paymentState: text().$type<PaymentState>().notNull(),
  customerId: integer(),
  party: text({ mode: 'json' }).$type<Party>(),
  shopProfileId: integer().notNull(),
  staffId: integer().notNull(),
  /** Who served; null is who took the money. */
  salespersonId: integer(),
  /** The document that this one takes back as a whole (作废). */
  reversesId: integer(),
  /** The other half of an exchange (换货). */
  exchangedWithId: integer(),
  channel: text().notNull(),
  channelNumber: text(),
  pricesIncludeTax: integer({ mode: 'boolean' }).notNull(),
  firstTitle: text().notNull(),
  lineCount: integer().notNull(),
  subtotal: integer().$type<Money>().notNull(),
  discountTotal: integer().$type<Money>().notNull(),
  roundOff: integer().$type<Money>().notNull(),
  total: integer().$type<Money>().notNull(),
  tax: integer().$type<Money>().notNull(),
  cost: integer().$type<Money>().notNull(),
  paid: integer().$type<Money>().notNull(),
  owedBefore: integer().$type<Money>(),
  reason: text().notNull(),
  note: text().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
  /** Where its goods moved, where that was said. */
  warehouseId: integer(),
  /** The other warehouse of a transfer (调拨). */
  toWarehouseId: integer(),
})

export const documentLines = sqliteTable('document_lines', {
  id: integer().primaryKey({ autoIncrement: true }),
  documentId: integer().notNull(),
  position: integer().notNull(),
  kind: text().$type<DocumentLine['kind']>().notNull(),
  skuId: integer(),
  code: text().notNull(),
  title: text().notNull(),
  variant: text().notNull(),
  unit: text().notNull(),
  factor: integer().$type<Quantity>().notNull(),
  quantity: integer().$type<Quantity>().notNull(),
  baseQuantity: integer().$type<Quantity>().notNull(),
  unitPrice: integer().$type<UnitPrice>().notNull(),
  priceFrom: text().$type<DocumentLine['priceFrom']>().notNull(),
  gross: integer().$type<Money>().notNull(),
  lineDiscount: integer().$type<Money>().notNull(),
  discountShare: integer().$type<Money>().notNull(),
  amount: integer().$type<Money>().notNull(),
  taxRate: integer().$type<Rate>().notNull(),
  tax: integer().$type<Money>().notNull(),
  cost: integer().$type<Money>().notNull(),
  originalLineId: integer(),
  salespersonId: integer(),
  /** Why it was given away (赠品); null for what was sold. */
  giftReason: text(),
})

export const numberSeries = sqliteTable(
  'number_series',
  {
    series: text().notNull(),
    businessDay: text().$type<BusinessDay>().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.series, table.businessDay] })],
)

export const numberGaps = sqliteTable('number_gaps', {
  id: integer().primaryKey({ autoIncrement: true }),
  series: text().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
  first: integer().notNull(),
  last: integer().notNull(),
  reason: text().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
})
