/** Reads the audit line: for screens that resume, for a document's history, for the owner. */
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { AuditEntry } from '../../../contract/audit.ts'
import type { HistoryEntry } from '../../../contract/documents.ts'
import type { Change } from '../../../contract/live.ts'
import type { Order } from '../../../contract/paging.ts'
import type { Id } from '../../../contract/values.ts'
import { beyondEdge, byAge, edgeOf } from '../../database/by-age.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Refs } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { staffNames } from '../staff/queries.ts'
import { commands } from './tables.ts'

/** Who missed more than this refetches what they show anyway. */
const MOST_CHANGES = 1_000

const documentRef = sql<Id | null>`json_extract(${commands.refs}, '$.document')`
const authorisedByRef = sql<Id | null>`json_extract(${commands.refs}, '$.authorisedBy')`
const shown = {
  seq: commands.seq,
  name: commands.name,
  actor: commands.actor,
  recordedAt: commands.recordedAt,
  refused: commands.refused,
}

const ofOne = eq(commands.actor, sql.placeholder('staffId'))

const listed = (db: ReadDb, isOfOne: boolean, order: Order) =>
  db
    .select({
      ...shown,
      device: commands.device,
      refs: commands.refs,
      businessDay: commands.businessDay,
      documentNumber: sql<string | null>`(select number from documents where documents.id = ${documentRef})`,
    })
    .from(commands)
    .where(and(isOfOne ? ofOne : undefined, beyondEdge(commands.seq, order)))
    .orderBy(byAge(commands.seq, order))
    .limit(sql.placeholder('limit'))
    .prepare()

const statements = prepared((db: ReadDb) => ({
  /** One for each choice of person and order, prepared when it is first asked for. */
  lists: new Map<string, ReturnType<typeof listed>>(),
  changes: db
    .select({ seq: commands.seq, name: commands.name, refs: commands.refs })
    .from(commands)
    .where(and(gt(commands.seq, sql.placeholder('seq')), sql`${commands.refused} is null`))
    .orderBy(desc(commands.seq))
    .limit(MOST_CHANGES)
    .prepare(),
  last: db
    .select({ seq: sql<number | null>`max(${commands.seq})` })
    .from(commands)
    .prepare(),
  history: db
    .select({ ...shown, authorisedBy: authorisedByRef })
    .from(commands)
    .where(eq(documentRef, sql.placeholder('documentId')))
    .orderBy(commands.seq)
    .prepare(),
  maker: db
    .select({ requestId: commands.requestId })
    .from(commands)
    .where(eq(documentRef, sql.placeholder('documentId')))
    .orderBy(commands.seq)
    .limit(1)
    .prepare(),
}))

/** The wish that made a document. */
export function requestIdOf(db: ReadDb, documentId: Id): string {
  return statements(db).maker.get({ documentId })?.requestId ?? ''
}

/** What was committed after `seq`, oldest first; of very many only the newest. */
export function changesSince(db: ReadDb, seq: number): readonly Change[] {
  const newestFirst = statements(db).changes.all({ seq })
  return newestFirst.reverse().map(({ refs, ...change }) => ({ ...change, refs: { ...refs } }))
}

/** How far the record goes. */
export function lastSeq(db: ReadDb): number {
  return statements(db).last.get()?.seq ?? 0
}

/** Who did what with a document, oldest first. */
export function historyOf(db: ReadDb, documentId: Id): HistoryEntry[] {
  const rows = statements(db).history.all({ documentId })
  const names = staffNames(
    db,
    rows.flatMap(({ actor, authorisedBy }) => [actor ?? [], authorisedBy ?? []].flat()),
  )
  return rows.map(({ actor, authorisedBy, ...entry }) => ({
    ...entry,
    staffName: names.get(actor ?? 0) ?? '',
    authorisedByName: names.get(authorisedBy ?? 0) ?? null,
  }))
}

function listFor(db: ReadDb, isOfOne: boolean, order: Order) {
  const { lists } = statements(db)
  const name = [isOfOne, order].join(' ')
  const list = lists.get(name) ?? listed(db, isOfOne, order)
  lists.set(name, list)
  return list
}

interface AuditFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly staffId?: Id | undefined
  readonly order: Order
}

/** Everything that was done or refused. */
export function listAudit(
  ctx: ReadContext,
  { after, limit, staffId, order }: AuditFilter,
): { rows: AuditEntry[]; next: string | null } {
  const list = listFor(ctx.db, staffId !== undefined, order)
  const rows = list.all({ staffId, edge: edgeOf(cursorId(after), order), limit: limit + 1 })
  const names = staffNames(
    ctx.db,
    rows.flatMap((row) => [whoDid(row) ?? [], whoAllowed(row) ?? []].flat()),
  )
  return pageFrom(
    rows,
    limit,
    ({ seq }) => seq,
    ({ actor, refs, ...entry }) => ({
      ...entry,
      refs: { ...refs },
      staffName: names.get(whoDid({ actor, refs }) ?? 0) ?? '',
      authorisedByName: names.get(whoAllowed({ refs }) ?? 0) ?? null,
    }),
  )
}

/** Whoever signs in is nobody yet when they ask: it is whom they turned out to be. */
function whoDid({ actor, refs }: { readonly actor: Id | null; readonly refs: Refs }): Id | null {
  return actor ?? (typeof refs.staff === 'number' ? refs.staff : null)
}

function whoAllowed({ refs }: { readonly refs: Refs }): Id | null {
  return typeof refs.authorisedBy === 'number' ? refs.authorisedBy : null
}
