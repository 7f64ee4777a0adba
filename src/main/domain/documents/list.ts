/** The list of documents: newest first, by keyset over (business day, id), each filter on an index of its own. */
import { and, desc, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { DocumentKind, DocumentRow, PaymentState } from '../../../contract/documents.ts'
import type { BusinessDay, Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import type { ReadContext } from '../context.ts'
import { pageFrom } from '../cursor.ts'
import { customerIdsLike } from '../customers/queries.ts'
import { staffNames } from '../staff/queries.ts'
import { SERIES } from './number-commands.ts'
import { documents } from './tables.ts'

export interface DocumentFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly search: string
  readonly kind?: DocumentKind | undefined
  readonly payment?: PaymentState | undefined
  readonly from?: BusinessDay | undefined
  readonly to?: BusinessDay | undefined
  readonly customerId?: Id | undefined
}

const MOST_CUSTOMERS = 20
const MOST_NUMBERS = 200
const NUMBER = new RegExp(`^(?:${SERIES.join('|')})-?[0-9]`, 'i')

export function listDocuments(ctx: ReadContext, filter: DocumentFilter): { rows: DocumentRow[]; next: string | null } {
  const found = searched(ctx, filter.search)
  if (found === 'nothing') return { rows: [], next: null }
  const rows = ctx.db
    .select({
      id: documents.id,
      number: documents.number,
      kind: documents.kind,
      state: documents.state,
      paymentState: documents.paymentState,
      party: documents.party,
      firstTitle: documents.firstTitle,
      lineCount: documents.lineCount,
      total: documents.total,
      businessDay: documents.businessDay,
      recordedAt: documents.recordedAt,
      staffId: documents.staffId,
      channel: documents.channel,
    })
    .from(documents)
    .where(and(found, ...conditions(filter)))
    .orderBy(desc(documents.businessDay), desc(documents.id))
    .limit(filter.limit + 1)
    .all()
  const names = staffNames(
    ctx.db,
    rows.map(({ staffId }) => staffId),
  )
  return pageFrom(
    rows,
    filter.limit,
    ({ businessDay, id }) => `${businessDay}:${String(id)}`,
    ({ party, staffId, ...row }) => ({ ...row, customerName: party?.name ?? '', staffName: names.get(staffId) ?? '' }),
  )
}

function conditions({ after, kind, payment, from, to, customerId }: DocumentFilter): (SQL | undefined)[] {
  return [
    kind && eq(documents.kind, kind),
    payment && eq(documents.paymentState, payment),
    from && gte(documents.businessDay, from),
    to && lte(documents.businessDay, to),
    customerId === undefined ? undefined : eq(documents.customerId, customerId),
    after === undefined ? undefined : before(after),
  ]
}

function before(cursor: string): SQL {
  const [day = '', id = '0'] = cursor.split(':')
  return sql`(${documents.businessDay}, ${documents.id}) < (${day}, ${Number(id)})`
}

/** First says what was typed: a number or its beginning, a channel's number, or else a customer. */
function searched({ db }: ReadContext, search: string): SQL | undefined | 'nothing' {
  const typed = search.trim()
  if (typed === '') return undefined
  const ids = NUMBER.test(typed) ? idsByNumber(db, typed.toUpperCase()) : idsByChannelNumber(db, typed)
  if (ids.length > 0) return inArray(documents.id, ids)
  const customers = NUMBER.test(typed) ? [] : customerIdsLike(db, typed, MOST_CUSTOMERS)
  return customers.length === 0 ? 'nothing' : inArray(documents.customerId, [...customers])
}

/** A range over the index on numbers; LIKE could not use it. */
function idsByNumber(db: ReadDb, start: string): Id[] {
  return idsOf(
    db
      .select({ id: documents.id })
      .from(documents)
      .where(and(gte(documents.number, start), lt(documents.number, `${start}\uffff`)))
      .orderBy(desc(documents.number))
      .limit(MOST_NUMBERS)
      .all(),
  )
}

function idsByChannelNumber(db: ReadDb, typed: string): Id[] {
  return idsOf(db.select({ id: documents.id }).from(documents).where(eq(documents.channelNumber, typed)).all())
}

const idsOf = (rows: readonly { id: Id }[]) => rows.map(({ id }) => id)
