/** One document in full, and what other trades ask of documents. */
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { DocumentKind, DocumentLine, DocumentView } from '../../../contract/documents.ts'
import { negateQuantity, subtract, type Id, type Quantity } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { historyOf } from '../audit/queries.ts'
import { may, type ReadContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { allows } from '../orders/lifecycle.ts'
import { settledBy, settlersOf } from '../payments/debt-queries.ts'
import { isOfOpenShift } from '../drawer/queries.ts'
import { paymentsOf } from '../payments/queries.ts'
import { warehouseNames } from '../stock/queries-warehouses.ts'
import { staffNames } from '../staff/queries.ts'
import { documentRecord, linesOf, type DocumentRecord, type LineRecord } from './record-queries.ts'
import { documentLines, documents } from './tables.ts'

/** A line that was sold, and one that came back of it. */
const sold = alias(documentLines, 'sold')
const back = alias(documentLines, 'back')
const named = { id: documents.id, number: documents.number, kind: documents.kind }

const statements = prepared((db: ReadDb) => ({
  idByNumber: db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.number, sql.placeholder('number')))
    .prepare(),
  line: db
    .select()
    .from(documentLines)
    .where(eq(documentLines.id, sql.placeholder('id')))
    .prepare(),
  returned: db
    .select({ quantity: sql<Quantity>`coalesce(sum(${documentLines.quantity}), 0)` })
    .from(documentLines)
    .where(eq(documentLines.originalLineId, sql.placeholder('lineId')))
    .prepare(),
  returnedOfSale: db
    .select({ lineId: sold.id, quantity: sql<Quantity>`sum(${back.quantity})` })
    .from(sold)
    .innerJoin(back, eq(back.originalLineId, sold.id))
    .where(eq(sold.documentId, sql.placeholder('documentId')))
    .groupBy(sold.id)
    .prepare(),
  returnsOf: db
    .selectDistinct(named)
    .from(sold)
    .innerJoin(back, eq(back.originalLineId, sold.id))
    .innerJoin(documents, eq(documents.id, back.documentId))
    .where(eq(sold.documentId, sql.placeholder('documentId')))
    .orderBy(documents.id)
    .prepare(),
  salesOf: db
    .selectDistinct(named)
    .from(back)
    .innerJoin(sold, eq(sold.id, back.originalLineId))
    .innerJoin(documents, eq(documents.id, sold.documentId))
    .where(eq(back.documentId, sql.placeholder('documentId')))
    .orderBy(documents.id)
    .prepare(),
  exchangedFor: db
    .select(named)
    .from(documents)
    .where(eq(documents.exchangedWithId, sql.placeholder('documentId')))
    .prepare(),
  names: db
    .select({ ...named, reason: documents.reason, staffId: documents.staffId })
    .from(documents)
    .where(isAnyOf(documents.id, 'ids'))
    .prepare(),
}))

export { documentRecord, type DocumentRecord, type LineRecord }

/** A line of an earlier document, with its document and how much of it has come back (positive). */
export function lineWithDocument(
  db: ReadDb,
  lineId: Id,
): { line: LineRecord; document: DocumentRecord; returned: Quantity } | undefined {
  const line = statements(db).line.get({ id: lineId })
  const document = line && documentRecord(db, line.documentId)
  if (!document) return undefined
  return {
    line,
    document,
    returned: negateQuantity(statements(db).returned.get({ lineId })?.quantity ?? (0 as Quantity)),
  }
}

/** The returns that took something of a sale back. */
export function returnsOfSale(db: ReadDb, documentId: Id): readonly Id[] {
  return statements(db)
    .returnsOf.all({ documentId })
    .map(({ id }) => id)
}

/** Number, kind and people of documents, for lists of what refers to them. */
export function documentNames(
  db: ReadDb,
  ids: readonly Id[],
): ReadonlyMap<Id, { number: string; kind: DocumentKind; reason: string; staffId: Id }> {
  if (ids.length === 0) return new Map()
  const rows = statements(db).names.all({ ids: listOf(ids) })
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export function getDocument(ctx: ReadContext, { documentId }: { readonly documentId: Id }): DocumentView {
  return viewOf(ctx, documentRecord(ctx.db, documentId) ?? refuse('DOCUMENT_NOT_FOUND'))
}

export function documentByNumber(ctx: ReadContext, { number }: { readonly number: string }): DocumentView {
  const found = statements(ctx.db).idByNumber.get({ number }) ?? refuse('DOCUMENT_NOT_FOUND')
  return getDocument(ctx, { documentId: found.id })
}

export function documentByRefs(ctx: ReadContext, { document }: Refs): DocumentView {
  return getDocument(ctx, { documentId: Number(document) })
}

function viewOf(ctx: ReadContext, row: DocumentRecord): DocumentView {
  const lines = linesOf(ctx.db, row.id)
  const paid = paymentsOf(ctx.db, row.id)
  const sellers = [row, ...lines].flatMap(({ salespersonId }) => salespersonId ?? [])
  const names = staffNames(ctx.db, [row.staffId, ...sellers, ...paid.map(({ staffId }) => staffId)])
  const nameOf = (staffId: Id | null) => (staffId === null ? '' : (names.get(staffId) ?? ''))
  const returned = returnedOf(ctx.db, row)
  const seesCost = may(ctx, 'cost.view')
  return {
    id: row.id,
    uid: row.uid,
    number: row.number,
    kind: row.kind,
    state: row.state,
    paymentState: row.paymentState,
    ...actionsOf(ctx, row, lines, returned),
    customerId: row.customerId,
    customerName: row.party?.name ?? '',
    staffName: nameOf(row.staffId),
    salespersonId: row.salespersonId,
    salespersonName: nameOf(row.salespersonId),
    businessDay: row.businessDay,
    recordedAt: row.recordedAt,
    reason: reasonShown(ctx, row),
    note: row.note,
    channel: row.channel,
    channelNumber: row.channelNumber,
    pricesIncludeTax: row.pricesIncludeTax,
    subtotal: row.subtotal,
    discountTotal: row.discountTotal,
    roundOff: row.roundOff,
    total: row.total,
    tax: row.tax,
    paid: row.paid,
    lines: lines.map((line) => ({
      ...lineView(line, returned.get(line.id), seesCost),
      salespersonName: nameOf(line.salespersonId),
    })),
    payments: paid.map(({ staffId, ...payment }) => ({ ...payment, staffName: nameOf(staffId) })),
    ...placesOf(ctx.db, row),
    related: relatedTo(ctx.db, row),
    history: historyOf(ctx.db, row.id),
    ...(seesCost ? { cost: row.cost, profit: subtract(subtract(row.total, row.tax), row.cost) } : {}),
  }
}

function placesOf(
  db: ReadDb,
  { warehouseId, toWarehouseId }: DocumentRecord,
): Pick<DocumentView, 'warehouse' | 'toWarehouse'> {
  if (warehouseId === null) return { warehouse: null, toWarehouse: null }
  const names = warehouseNames(db)
  const nameOf = (id: Id | null) => (id === null ? null : (names.get(id) ?? ''))
  return { warehouse: nameOf(warehouseId), toWarehouse: nameOf(toWarehouseId) }
}

/** The supplier stands as the reason of goods in: like cost, not everyone's business (DESIGN §7). */
export function reasonShown(ctx: ReadContext, { kind, reason }: Pick<DocumentRecord, 'kind' | 'reason'>): string {
  const isSupplier = kind === 'goodsReceived' || kind === 'openingStock'
  return isSupplier && !may(ctx, 'cost.view') ? '' : reason
}

function lineView(
  line: LineRecord,
  returned: Quantity | undefined,
  seesCost: boolean,
): Omit<DocumentLine, 'salespersonName'> {
  const { documentId: _, cost, ...shown } = line
  return { ...shown, returned: returned ?? (0 as Quantity), ...(seesCost ? { cost } : {}) }
}

/** How much of each line of a sale has come back. */
function returnedOf(db: ReadDb, { id, kind }: DocumentRecord): ReadonlyMap<Id, Quantity> {
  if (kind !== 'sale') return new Map()
  const rows = statements(db).returnedOfSale.all({ documentId: id })
  return new Map(rows.map(({ lineId, quantity }) => [lineId, negateQuantity(quantity)]))
}

function actionsOf(
  ctx: ReadContext,
  row: DocumentRecord,
  lines: readonly LineRecord[],
  returned: ReadonlyMap<Id, Quantity>,
): Pick<DocumentView, 'allowedActions' | 'authorisableActions'> {
  const printed = row.kind === 'customerReturn' || row.kind === 'debtCollection' ? (['print'] as const) : []
  if (row.kind !== 'sale') return { allowedActions: [...printed], authorisableActions: [] }
  const hasMore = lines.some((line) => line.kind !== 'discount' && (returned.get(line.id) ?? 0) < line.quantity)
  const returnable =
    hasMore && may(ctx, 'sales.return') && allows(row.state, 'returnGoods', { lineCount: row.lineCount })
  const corrections = correctionsOf(ctx, row)
  const allowed = may(ctx, 'sales.correct') ? corrections : []
  return {
    allowedActions: [...(returnable ? ['returnGoods' as const] : []), ...allowed, 'print'],
    // Who stands at the counter can ask for it there; a bookkeeper has nobody beside them.
    authorisableActions: allowed.length === 0 && may(ctx, 'sales.sell') ? corrections : [],
  }
}

/** Mistakes are put right while the shift of the sale is open; a sale is taken back as a whole before anything else happens to it. */
function correctionsOf(ctx: ReadContext, row: DocumentRecord): ('correctTender' | 'addCustomer' | 'voidSale')[] {
  const { state, lineCount } = row
  if (!isOfOpenShift(ctx.db, row)) return []
  const isNamed = row.customerId !== null
  return (['correctTender', 'addCustomer', 'voidSale'] as const).filter((action) => {
    if (!allows(state, action, { lineCount })) return false
    if (action === 'correctTender') return row.total !== 0
    return action === 'addCustomer' ? !isNamed : !hasComeBack(ctx.db, row.id)
  })
}

/** Whether something of a sale came back, or it was part of an exchange. */
export function hasComeBack(db: ReadDb, saleId: Id): boolean {
  return returnsOfSale(db, saleId).length > 0 || statements(db).exchangedFor.get({ documentId: saleId }) !== undefined
}

/** What else belongs to it: what came back of a sale, what was sold for a return, what was written off, which debts were paid. */
function relatedTo(db: ReadDb, { id, kind, exchangedWithId }: DocumentRecord): DocumentView['related'] {
  const { returnsOf, salesOf, exchangedFor } = statements(db)
  if (kind === 'goodsReceived' || kind === 'openingStock') return []
  const others = [
    ...(kind === 'sale' ? [] : salesOf.all({ documentId: id })).map((other) => other.id),
    ...(kind === 'adjustment' ? [] : returnsOf.all({ documentId: id })).map((other) => other.id),
    ...exchangedFor.all({ documentId: id }).map((other) => other.id),
    ...(exchangedWithId === null ? [] : [exchangedWithId]),
    ...settledBy(db, id).map(({ documentId }) => documentId),
    ...settlersOf(db, id),
  ]
  const names = documentNames(db, others)
  return [...names].map(([other, { number, kind: otherKind }]) => ({ id: other, number, kind: otherKind }))
}
