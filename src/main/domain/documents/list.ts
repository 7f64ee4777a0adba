/** The list of documents: by time, by keyset over (business day, id), or by total. */
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type {
  DocumentKind,
  DocumentRow,
  DocumentSort,
  PaymentFilter,
  UnfinishedState,
} from '../../../contract/documents.ts'
import type { Order } from '../../../contract/paging.ts'
import { sum, ZERO, type BusinessDay, type Id, type Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { listOf, prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { pageFrom, sortCursor, sortCursorFrom } from '../cursor.ts'
import { customerIdsLike } from '../customers/queries.ts'
import { refuse } from '../errors.ts'
import { paymentsOf } from '../payments/queries.ts'
import { staffNames } from '../staff/queries.ts'
import { documentCount, listingByTotal, MOST_SORTED } from './by-total.ts'
import { withDays, type LastDays } from './last-days.ts'
import { filtersOf, listing, OWING, valuesOf, type Base, type Filter } from './listing.ts'
import { SERIES } from './number-commands.ts'
import { documents } from './tables.ts'

export interface DocumentFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly search: string
  /** Among these alone. */
  readonly ids?: readonly Id[] | undefined
  readonly kind?: DocumentKind | undefined
  readonly payment?: PaymentFilter | undefined
  readonly state?: UnfinishedState | undefined
  readonly from?: BusinessDay | undefined
  readonly to?: BusinessDay | undefined
  readonly customerId?: Id | undefined
  readonly sort: DocumentSort
  readonly order: Order
}

const MOST_CUSTOMERS = 20
const MOST_NUMBERS = 200
const NUMBER = new RegExp(`^(?:${SERIES.join('|')})-?[0-9]`, 'i')

/** @param most that are sorted by total */
export function listDocuments(
  ctx: ReadContext,
  asked: DocumentFilter & LastDays,
  most = MOST_SORTED,
): { rows: DocumentRow[]; next: string | null } {
  const filter = withDays(asked, ctx.businessDay)
  const looked = lookedThrough(ctx.db, filter)
  const { base } = looked
  if (base === 'none') return { rows: [], next: null }
  const rows: readonly Listed[] =
    filter.sort === 'total'
      ? byTotal(ctx.db, filter, { ...looked, base }, most)
      : byTime(ctx.db, filter, { ...looked, base })
  const names = staffNames(
    ctx.db,
    rows.map(({ staffId }) => staffId),
  )
  return pageFrom(
    rows,
    filter.limit,
    ({ businessDay, id, key }) => (key === undefined ? `${businessDay}:${String(id)}` : sortCursor(id, key)),
    ({ party, staffId, key: _, ...row }) => ({
      ...row,
      ...(row.kind === 'debtCollection' ? { collected: collectedBy(ctx.db, row.id) } : {}),
      customerName: party?.name ?? '',
      staffName: names.get(staffId) ?? '',
    }),
  )
}

type Listed = ReturnType<typeof byTime>[number] & { readonly key?: number }
type Looked = LookedThrough & { readonly base: Base }

function byTime(db: ReadDb, filter: DocumentFilter, { base, without, ...wanted }: Looked) {
  const { ids: _, ...values } = valuesOf(filter)
  return listing(db)(base, filtersOf(values, without), filter.order).all({
    ...values,
    ...wanted,
    ...cursorOf(filter),
    limit: filter.limit + 1,
  })
}

function byTotal(db: ReadDb, filter: DocumentFilter, { base, without, ...wanted }: Looked, most: number) {
  const { after: _, ids: __, ...asked } = valuesOf(filter)
  const filters = filtersOf(asked, without)
  const values = { ...asked, ...wanted }
  if (documentCount(db, { base, filters, values }, most + 1) > most) refuse('TOO_MANY_TO_SORT', { count: most })
  const cursor = sortCursorFrom(filter.after, true)
  return listingByTotal(db)(base, filters, filter.order, cursor !== null).all({
    ...values,
    ...cursor,
    limit: filter.limit + 1,
  })
}

/** What a collection took in. */
function collectedBy(db: ReadDb, documentId: Id): Money {
  return sum(paymentsOf(db, documentId).map(({ tender, amount }) => (tender === 'onAccount' ? ZERO : amount)))
}

function cursorOf({ after = '' }: DocumentFilter) {
  const [afterDay = '', afterId = '0'] = after.split(':')
  return { afterDay, afterId: Number(afterId) }
}

interface LookedThrough {
  readonly base: Base | 'none'
  readonly ids?: string
  readonly customerIds?: string
  readonly states?: string
  /** A filter that the base has in it already. */
  readonly without?: Filter
}

/** First says what was typed: a number or its beginning, a channel's number, or else a customer. */
function lookedThrough(db: ReadDb, { search, ids: among, customerId, payment, state }: DocumentFilter): LookedThrough {
  if (among) return among.length === 0 ? { base: 'none' } : { base: 'ids', ids: listOf(among) }
  const typed = search.trim()
  if (typed === '' && customerId === undefined) {
    const isOwing = payment === 'owing' && state === undefined
    return isOwing ? { base: 'owing', states: JSON.stringify(OWING), without: 'owing' } : { base: 'all' }
  }
  if (typed === '' && customerId !== undefined) return ofCustomers([customerId])
  const isNumber = NUMBER.test(typed)
  const ids = isNumber ? idsByNumber(db, typed.toUpperCase()) : idsByChannelNumber(db, typed)
  if (ids.length > 0) return { base: 'ids', ids: listOf(ids) }
  const customers = isNumber ? [] : customerIdsLike(db, typed, MOST_CUSTOMERS)
  return ofCustomers(customerId === undefined ? customers : customers.filter((id) => id === customerId))
}

function ofCustomers(customers: readonly Id[]): LookedThrough {
  if (customers.length === 0) return { base: 'none' }
  return { base: 'customers', customerIds: listOf(customers), without: 'customerId' }
}

const statements = prepared((db: ReadDb) => ({
  /** A range over the index on numbers; LIKE could not use it. */
  byNumber: db
    .select({ id: documents.id })
    .from(documents)
    .where(and(gte(documents.number, sql.placeholder('start')), lt(documents.number, sql.placeholder('end'))))
    .orderBy(desc(documents.number))
    .limit(MOST_NUMBERS)
    .prepare(),
  byChannelNumber: db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.channelNumber, sql.placeholder('typed')))
    .prepare(),
}))

const idsByNumber = (db: ReadDb, start: string): Id[] =>
  idsOf(statements(db).byNumber.all({ start, end: `${start}\uffff` }))

const idsByChannelNumber = (db: ReadDb, typed: string): Id[] => idsOf(statements(db).byChannelNumber.all({ typed }))

const idsOf = (rows: readonly { id: Id }[]) => rows.map(({ id }) => id)
