/** The shop's printers and what became of papers. */
import { and, count, desc, eq, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { PaperSettings, PrintersView, PrintJob } from '../../../contract/printing.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Refs } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { documentNames } from '../documents/queries.ts'
import { staffNames } from '../staff/queries.ts'
import { paperSettings, printers, printJobs } from './tables.ts'

const shownJob = {
  id: printJobs.id,
  printerId: printJobs.printerId,
  printerName: printers.name,
  paper: printJobs.paper,
  documentId: printJobs.documentId,
  subject: printJobs.subject,
  copy: printJobs.copy,
  state: printJobs.state,
  failure: printJobs.failure,
  staffId: printJobs.staffId,
  queuedAt: printJobs.queuedAt,
  endedAt: printJobs.endedAt,
}

/** Written out, so that the partial index serves. */
const NEEDS_SOMEONE = sql`${printJobs.state} in ('failed', 'uncertain')`

const listed = (db: ReadDb, which?: SQL) =>
  db
    .select(shownJob)
    .from(printJobs)
    .innerJoin(printers, eq(printers.id, printJobs.printerId))
    .where(and(which, lt(printJobs.id, sql.placeholder('before'))))
    .orderBy(desc(printJobs.id))
    .limit(sql.placeholder('limit'))
    .prepare()

const MOST_LOST = 5
const ONE_DAY_MS = 24 * 60 * 60 * 1_000

const ofDocument = eq(printJobs.documentId, sql.placeholder('documentId'))

const statements = prepared((db: ReadDb) => ({
  settings: db
    .select({ settings: paperSettings, receiptPrinter: printers })
    .from(paperSettings)
    .leftJoin(printers, and(eq(printers.id, paperSettings.receiptPrinterId), isNull(printers.archivedAt)))
    .prepare(),
  printers: db.select().from(printers).where(isNull(printers.archivedAt)).orderBy(printers.id).prepare(),
  printer: db
    .select()
    .from(printers)
    .where(and(eq(printers.id, sql.placeholder('id')), isNull(printers.archivedAt)))
    .prepare(),
  lastOf: db
    .select({ state: printJobs.state, failure: printJobs.failure, queuedAt: printJobs.queuedAt })
    .from(printJobs)
    .where(eq(printJobs.printerId, sql.placeholder('printerId')))
    .orderBy(desc(printJobs.id))
    .limit(1)
    .prepare(),
  job: db
    .select()
    .from(printJobs)
    .where(eq(printJobs.id, sql.placeholder('id')))
    .prepare(),
  lastCopy: db
    .select({ copy: sql<number | null>`max(${printJobs.copy})` })
    .from(printJobs)
    .where(and(ofDocument, eq(printJobs.paper, sql.placeholder('paper'))))
    .prepare(),
  /** Few at most: what needs someone is searched by its own index. */
  lostAt: db
    .select(shownJob)
    .from(printJobs)
    .innerJoin(printers, eq(printers.id, printJobs.printerId))
    .where(
      and(
        NEEDS_SOMEONE,
        sql`+${printJobs.paper} = 'receipt'`,
        sql`+${printJobs.device} = ${sql.placeholder('device')}`,
        sql`+${printJobs.queuedAt} >= ${sql.placeholder('since')}`,
      ),
    )
    .orderBy(desc(printJobs.id))
    .limit(MOST_LOST)
    .prepare(),
  receiptOf: db
    .select({ state: printJobs.state, failure: printJobs.failure })
    .from(printJobs)
    .where(and(ofDocument, eq(printJobs.paper, 'receipt')))
    .orderBy(desc(printJobs.id))
    .limit(1)
    .prepare(),
  all: listed(db),
  ofDocument: listed(db, ofDocument),
  needing: listed(db, NEEDS_SOMEONE),
  countNeeding: db.select({ count: count() }).from(printJobs).where(NEEDS_SOMEONE).prepare(),
  needingOfDocument: listed(db, and(ofDocument, sql`+${NEEDS_SOMEONE}`)),
}))

export type PrinterRecord = typeof printers.$inferSelect
export type JobRecord = typeof printJobs.$inferSelect

/** Which paper goes where, and the receipt printer when there is one. */
export function paperSettingsOf({ db, shop }: Pick<ReadContext, 'db' | 'shop'>): {
  readonly settings: PaperSettings
  readonly receiptPrinter: PrinterRecord | null
} {
  const found = statements(db).settings.get()
  if (!found) return { settings: { ...UNSET, language: languageFor(shop.currency) }, receiptPrinter: null }
  const { id: _, ...settings } = found.settings
  const { receiptPrinter } = found
  return { settings: { ...settings, receiptPrinterId: receiptPrinter?.id ?? null }, receiptPrinter }
}

const UNSET = { receiptPrinterId: null, receiptMode: 'always', kicksOnCash: true } as const
const languageFor = (currency: string) => (currency === 'TWD' ? 'zh-TW' : 'zh-CN')

export function printerOf(db: ReadDb, id: Id): PrinterRecord | undefined {
  return statements(db).printer.get({ id })
}

export function printersView(ctx: ReadContext): PrintersView {
  return {
    printers: statements(ctx.db)
      .printers.all()
      .map(({ archivedAt: _, ...printer }) => ({
        ...printer,
        last: statements(ctx.db).lastOf.get({ printerId: printer.id }) ?? null,
      })),
    settings: paperSettingsOf(ctx).settings,
  }
}

export function jobOf(db: ReadDb, id: Id): JobRecord | undefined {
  return statements(db).job.get({ id })
}

/** Which copy of this paper of a document comes next: the first is none (0), every later one is a reprint (补打). */
export function nextCopyOf(db: ReadDb, documentId: Id, paper: JobRecord['paper']): number {
  return (statements(db).lastCopy.get({ documentId, paper })?.copy ?? -1) + 1
}

interface JobFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly documentId?: Id | undefined
  readonly needsSomeone: boolean
}

export function listJobs(
  ctx: ReadContext,
  { after, limit, documentId, needsSomeone }: JobFilter,
): { rows: PrintJob[]; next: string | null } {
  const kept = statements(ctx.db)
  const one = needsSomeone ? kept.needingOfDocument : kept.ofDocument
  const list = documentId === undefined ? (needsSomeone ? kept.needing : kept.all) : one
  const rows = list.all({ documentId, before: cursorId(after) ?? NO_BOUND, limit: limit + 1 })
  const shown = shownOf(ctx, rows)
  return pageFrom(
    shown,
    limit,
    ({ id }) => id,
    (row) => row,
  )
}

/** The receipts of this counter's own sales that did not come out; after a day nobody waits for them any more. */
export function lostReceipts(ctx: ReadContext, { deviceId }: { readonly deviceId: string }): PrintJob[] {
  return shownOf(ctx, statements(ctx.db).lostAt.all({ device: deviceId, since: ctx.now - ONE_DAY_MS }))
}

/** What became of a document's receipt; null when no paper was wanted. */
export function receiptOf(db: ReadDb, documentId: Id): Pick<PrintJob, 'state' | 'failure'> | null {
  return statements(db).receiptOf.get({ documentId }) ?? null
}

/** How many papers a person must look after. */
export function papersNeedingSomeone(db: ReadDb): number {
  return statements(db).countNeeding.get()?.count ?? 0
}

export function jobByRefs(ctx: ReadContext, { job }: Refs): PrintJob {
  const rows = statements(ctx.db).all.all({ before: Number(job) + 1, limit: 1 })
  const [shown] = shownOf(ctx, rows)
  if (!shown) throw new Error(`print job ${String(job)} is missing`)
  return shown
}

type ShownRow = ReturnType<ReturnType<typeof statements>['all']['all']>[number]

function shownOf({ db }: ReadContext, rows: readonly ShownRow[]): PrintJob[] {
  const numbers = documentNames(
    db,
    rows.flatMap(({ documentId }) => documentId ?? []),
  )
  const names = staffNames(
    db,
    rows.map(({ staffId }) => staffId),
  )
  return rows.map(({ staffId, subject, ...job }) => ({
    ...job,
    documentNumber: numbers.get(job.documentId ?? 0)?.number ?? (subject === '' ? null : subject),
    staffName: names.get(staffId) ?? '',
    allowedActions: actionsOf(job),
  }))
}

/** What waits or went wrong can be given up; what went wrong can be tried again, but a drawer opens for its moment only. */
export function actionsOf({ state, paper }: Pick<JobRecord, 'state' | 'paper'>): PrintJob['allowedActions'] {
  if (state === 'waiting') return ['cancel']
  if (state !== 'failed' && state !== 'uncertain') return []
  return paper === 'drawer' ? ['cancel'] : ['retry', 'cancel']
}
