/** How a queued paper goes from waiting to printed. The printers' loop says so, each step in a transaction of its own. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { collectionSlipRows } from '../../../contract/papers/collection-slip.ts'
import { receiptRows } from '../../../contract/papers/receipt.ts'
import type { PaperRow } from '../../../contract/papers/rows.ts'
import { wordsFor } from '../../../contract/papers/words/words-for.ts'
import type { PrintFailure, PrintState } from '../../../contract/printing.ts'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { testRows } from '../../printing/test-page.ts'
import type { CommandContext, ReadContext } from '../context.ts'
import { paperOf } from '../documents/paper-queries.ts'
import { paperSettingsOf, type JobRecord, type PrinterRecord } from './queries.ts'
import { printers, printJobs } from './tables.ts'

const IS_WAITING = sql`${printJobs.state} = 'waiting'`
const IS_PRINTING = sql`${printJobs.state} = 'printing'`

const statements = prepared((db: WriteDb) => ({
  next: db
    .select({ job: printJobs, printer: printers })
    .from(printJobs)
    .innerJoin(printers, eq(printers.id, printJobs.printerId))
    .where(and(IS_WAITING, eq(printJobs.printerId, sql.placeholder('printerId'))))
    .orderBy(asc(printJobs.id))
    .limit(1)
    .prepare(),
  wanted: db.selectDistinct({ printerId: printJobs.printerId }).from(printJobs).where(IS_WAITING).prepare(),
  caught: db.select({ id: printJobs.id }).from(printJobs).where(IS_PRINTING).limit(1).prepare(),
  move: db
    .update(printJobs)
    .set({
      state: sql`${sql.placeholder('state')}`,
      failure: sql`${sql.placeholder('failure')}`,
      endedAt: sql`${sql.placeholder('endedAt')}`,
    })
    .where(eq(printJobs.id, sql.placeholder('id')))
    .prepare(),
}))

/** The printers that something waits for. */
export function wantedPrinters(db: WriteDb): Id[] {
  return statements(db)
    .wanted.all()
    .map(({ printerId }) => printerId)
}

export interface Begun {
  readonly job: JobRecord
  readonly printer: PrinterRecord
}

/** Takes the oldest paper that waits for a printer, and marks it before a byte goes out. */
export function beginNext(ctx: CommandContext, printerId: Id): Begun | null {
  const found = statements(ctx.db).next.get({ printerId })
  if (!found) return null
  move(ctx, found.job.id, 'printing')
  return found
}

/** What stands on it; nothing on the paper of a drawer. */
export function rowsOf(ctx: ReadContext, { job, printer }: Begun): readonly PaperRow[] {
  const { paper, documentId, content } = job
  if (content !== null) return content
  const words = wordsFor(paperSettingsOf(ctx).settings.language)
  if (paper === 'testPage') return testRows({ shopName: ctx.shop.profile.name, printer }, words)
  if (documentId === null) return []
  if (paper === 'collectionSlip') return collectionSlipRows(paperOf(ctx, { documentId, paper }), words, job.copy)
  if (paper !== 'receipt') return []
  return receiptRows(paperOf(ctx, { documentId, paper }), words, job.copy)
}

export type Outcome =
  { readonly state: 'printed' } | { readonly state: 'failed' | 'uncertain'; readonly failure: PrintFailure }

export function endJob(ctx: CommandContext, jobId: Id, outcome: Outcome): void {
  move(ctx, jobId, outcome.state, outcome.state === 'printed' ? null : outcome.failure)
}

function move(ctx: CommandContext, id: Id, state: PrintState, failure: PrintFailure | null = null): void {
  statements(ctx.db).move.run({ id, state, failure, endedAt: state === 'printing' ? null : ctx.now })
}

/** Nobody wants yesterday's receipts, nor a drawer that opens by itself. */
const TOO_OLD_MS = 5 * 60_000

/** Whether a former host left papers behind. */
export function leftBehind(db: WriteDb): boolean {
  return wantedPrinters(db).length > 0 || statements(db).caught.get() !== undefined
}

/** After a start: what was caught in the middle may be on paper, and what waited long is listed, not printed. */
export function settleLeftBehind({ db, now }: CommandContext): void {
  const ended = (state: PrintState, failure: PrintFailure | null) => ({ state, failure, endedAt: now })
  db.update(printJobs).set(ended('uncertain', 'hostEnded')).where(IS_PRINTING).run()
  db.update(printJobs)
    .set(ended('cancelled', null))
    .where(and(IS_WAITING, eq(printJobs.paper, 'drawer')))
    .run()
  db.update(printJobs)
    .set(ended('failed', 'tooOld'))
    .where(and(IS_WAITING, sql`${printJobs.queuedAt} < ${now - TOO_OLD_MS}`))
    .run()
  db.update(printJobs).set({ kicks: false }).where(IS_WAITING).run()
}
