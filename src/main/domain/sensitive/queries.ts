/** 敏感操作, counted per person for a shift, and listed for the owner. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Order } from '../../../contract/paging.ts'
import type { SensitiveAction, SensitiveKind } from '../../../contract/sensitive.ts'
import type { ShiftReport } from '../../../contract/drawer.ts'
import type { Id, Money, Time } from '../../../contract/values.ts'
import { beyondEdge, byAge, edgeOf } from '../../database/by-age.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { staffNames } from '../staff/queries.ts'
import { sensitiveActions } from './tables.ts'

const { id, kind, shiftId, staffId, authorisedBy, documentId, subject, amount, reason, recordedAt, businessDay } =
  sensitiveActions
const columns = {
  ...{ id, kind, staffId, authorisedBy, documentId, subject, amount, reason, recordedAt, businessDay },
  documentNumber: sql<string | null>`(select number from documents where documents.id = ${documentId})`,
  shiftNumber: sql<string | null>`(select number from shifts where shifts.id = ${shiftId})`,
}

const FILTERS = {
  kind: eq(kind, sql.placeholder('kind')),
  staffId: eq(staffId, sql.placeholder('staffId')),
  shiftId: eq(shiftId, sql.placeholder('shiftId')),
}
type Filter = keyof typeof FILTERS

const listed = (db: ReadDb, filters: readonly Filter[], order: Order) =>
  db
    .select(columns)
    .from(sensitiveActions)
    .where(and(...filters.map((filter) => FILTERS[filter]), beyondEdge(id, order)))
    .orderBy(byAge(id, order))
    .limit(sql.placeholder('limit'))
    .prepare()

const statements = prepared((db: ReadDb) => ({
  /** One statement for each set of filters and order, prepared when it is first asked for. */
  lists: new Map<string, ReturnType<typeof listed>>(),
  clockConfirmed: db
    .select({ recordedAt })
    .from(sensitiveActions)
    // As the partial index says it; a parameter in its place would not use it.
    .where(and(sql`${kind} = 'clockConfirmed'`, eq(documentId, sql.placeholder('documentId'))))
    .orderBy(desc(id))
    .limit(1)
    .prepare(),
  ofShift: db
    .select({ kind, staffId, count: sql<number>`count(*)`, amount: sql<Money>`sum(${amount})` })
    .from(sensitiveActions)
    .where(FILTERS.shiftId)
    .groupBy(kind, staffId)
    .prepare(),
}))

function listFor(db: ReadDb, filters: readonly Filter[], order: Order) {
  const { lists } = statements(db)
  const name = [order, ...filters].join()
  const list = lists.get(name) ?? listed(db, filters, order)
  lists.set(name, list)
  return list
}

/** How often each did what in a shift, and what it came to. */
export function sensitiveOfShift(db: ReadDb, shift: Id): ShiftReport['sensitive'] {
  const rows = statements(db).ofShift.all({ shiftId: shift })
  const names = staffNames(
    db,
    rows.map((row) => row.staffId),
  )
  return rows.map((row) => ({
    kind: row.kind,
    count: row.count,
    amount: row.amount,
    staffName: names.get(row.staffId) ?? '',
  }))
}

interface Asked {
  readonly after?: string | undefined
  readonly limit: number
  readonly kind?: SensitiveKind | undefined
  readonly staffId?: Id | undefined
  readonly shiftId?: Id | undefined
  readonly order: Order
}

export function listSensitive(ctx: ReadContext, asked: Asked): { rows: SensitiveAction[]; next: string | null } {
  const filters = (['kind', 'staffId', 'shiftId'] as const).filter((filter) => asked[filter] !== undefined)
  const { after, limit, order, ...values } = asked
  const edge = edgeOf(cursorId(after), order)
  const rows = listFor(ctx.db, filters, order).all({ ...values, edge, limit: limit + 1 })
  const names = staffNames(
    ctx.db,
    rows.flatMap((row) => [row.staffId, row.authorisedBy ?? row.staffId]),
  )
  return pageFrom(
    rows,
    limit,
    (row) => row.id,
    ({ staffId: who, authorisedBy: by, ...row }) => ({
      ...row,
      staffName: names.get(who) ?? '',
      authorisedBy: by === null ? null : (names.get(by) ?? ''),
    }),
  )
}

/** What the clock said when somebody last confirmed it after this document. */
export function clockConfirmedAt(db: ReadDb, document: Id): Time | undefined {
  return statements(db).clockConfirmed.get({ documentId: document })?.recordedAt
}
