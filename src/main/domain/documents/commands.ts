/** Issues a document: its number, its lines, and the stock movements that they caused. */
import { and, eq, sql } from 'drizzle-orm'
import type { DocumentKind, OrderState, PaymentState } from '../../../contract/documents.ts'
import { add, subtract, sum, ZERO, type Id, type Money } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import { actingStaff, type CommandContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { withinTrade } from '../sku-lines.ts'
import { recordMovement, type Moved } from '../stock/commands.ts'
import { nextNumber, type Series } from './number-commands.ts'
import { documentLines, documents, type Party } from './tables.ts'

type LineRow = typeof documentLines.$inferInsert

/** A line before its document has an id. */
export interface LineDraft extends Omit<LineRow, 'id' | 'documentId' | 'position'> {
  /** What it moved in stock; the line's cost is that value. */
  readonly moved?: readonly Moved[] | undefined
}

/** The sums of a document, signed as the shop's income. */
export interface Totals {
  readonly subtotal: Money
  readonly discountTotal: Money
  readonly roundOff: Money
  readonly total: Money
  readonly tax: Money
}

/** The sums of a whole document from its lines. A discount line counts as discount, not as goods. */
export function totalsOf(
  lines: readonly Pick<LineDraft, 'kind' | 'gross' | 'amount' | 'tax'>[],
  { roundOff, pricesIncludeTax }: { readonly roundOff: Money; readonly pricesIncludeTax: boolean },
): Totals {
  const subtotal = withinTrade(sum(lines.map(({ kind, gross }) => (kind === 'discount' ? ZERO : gross))))
  const amount = sum(lines.map((line) => line.amount))
  const tax = sum(lines.map((line) => line.tax))
  const discountTotal = subtract(subtract(subtotal, amount), roundOff)
  return { subtotal, discountTotal, roundOff, total: pricesIncludeTax ? amount : add(amount, tax), tax }
}

/** Of a paper that moves goods and no money. */
export const NO_TOTALS: Totals = { subtotal: ZERO, discountTotal: ZERO, roundOff: ZERO, total: ZERO, tax: ZERO }

export interface DocumentDraft {
  readonly kind: DocumentKind
  readonly state: OrderState
  readonly paymentState: PaymentState
  readonly customer: { readonly id: Id; readonly party: Party; readonly owedBefore: Money } | null
  /** Who served; null is who takes the money. */
  readonly salespersonId?: Id | null
  readonly channel: string
  readonly channelNumber: string | null
  readonly pricesIncludeTax: boolean
  readonly totals: Totals
  readonly paid: Money
  readonly reason: string
  readonly note: string
  readonly lines: readonly LineDraft[]
  /** The sale that this takes back as a whole (作废). */
  readonly reversesId?: Id | undefined
  /** The sale that this return was exchanged for (换货). */
  readonly exchangedWithId?: Id | undefined
  readonly warehouseId?: Id | undefined
  readonly toWarehouseId?: Id | undefined
}

const SERIES_OF: Readonly<Record<DocumentKind, Series>> = {
  sale: 'SO',
  customerReturn: 'RE',
  debtCollection: 'RC',
  openingBalance: 'OB',
  adjustment: 'AD',
  goodsReceived: 'GR',
  openingStock: 'OS',
  stockTransfer: 'TR',
}

const insertDocument = insertInto(documents)
const insertLine = insertInto(documentLines)
const statements = prepared((db: WriteDb) => ({
  byChannelNumber: db
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.channel, sql.placeholder('channel')),
        eq(documents.channelNumber, sql.placeholder('channelNumber')),
        eq(documents.kind, sql.placeholder('kind')),
      ),
    )
    .prepare(),
}))

export function issueDocument(ctx: CommandContext, draft: DocumentDraft): Id {
  refuseBookedTwice(ctx, draft)
  const { lines, customer, totals, ...header } = draft
  const id = insertDocument(ctx.db, {
    ...header,
    ...totals,
    cost: lines.reduce((cost, line) => add(cost, line.cost), ZERO),
    uid: ctx.ids.uid(ctx.now),
    number: nextNumber(ctx, SERIES_OF[draft.kind]),
    customerId: customer?.id ?? null,
    party: customer?.party ?? null,
    owedBefore: customer?.owedBefore ?? null,
    shopProfileId: ctx.shop.profileId,
    staffId: actingStaff(ctx),
    firstTitle: lines[0]?.title ?? '',
    lineCount: lines.length,
    recordedAt: ctx.now,
    businessDay: ctx.businessDay,
  })
  lines.forEach(({ moved, ...line }, index) => {
    const lineId = insertLine(ctx.db, { ...line, documentId: id, position: index + 1 })
    for (const each of moved ?? []) recordMovement(ctx, draft.kind, each, { documentId: id, lineId })
  })
  return id
}

/** A channel's number is booked once; the unique index behind this makes it true for any writer. */
function refuseBookedTwice({ db }: CommandContext, { channel, channelNumber, kind }: DocumentDraft): void {
  if (channelNumber === null) return
  if (statements(db).byChannelNumber.get({ channel, channelNumber, kind }))
    refuse('NUMBER_ALREADY_BOOKED', { channelNumber })
}
