/**
 * What wants paper says so here, in its own transaction; the printing begins after it is on disk, and nobody waits for it.
 * A shop without a receipt printer gets no paper and no refusal.
 */
import { wordsFor } from '../../../contract/papers/words/words-for.ts'
import type { ReportFrame } from '../../../contract/papers/report.ts'
import type { PaperRow } from '../../../contract/papers/rows.ts'
import type { QueuedPaper } from '../../../contract/printing.ts'
import type { Id, Money } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { paperSettingsOf, type PrinterRecord } from './queries.ts'
import { printJobs } from './tables.ts'

export interface ReceiptWish {
  readonly documentId: Id
  /** The counter that sold it. */
  readonly device?: string | undefined
  /** What the person chose; the shop's mode decides when nothing was. */
  readonly asked?: 'print' | 'none' | undefined
  /** Cash opens the drawer, with a paper or without, whether it comes in or goes out. */
  readonly tookCash: boolean
}

/** Whether the drawer is needed for what was paid, or given back. */
export const isCashMoved = (settlements: readonly { readonly tender: string; readonly amount: Money }[]): boolean =>
  settlements.some(({ tender, amount }) => tender === 'cash' && amount !== 0)

/** The receipt of a document just issued, and the drawer for its cash. */
export function queueReceipt(ctx: CommandContext, wish: ReceiptWish): void {
  queueByMode(ctx, 'receipt', wish)
}

/** 收款单: printed as the shop prints its receipts, and cash opens the drawer. */
export function queueCollectionSlip(ctx: CommandContext, wish: ReceiptWish): void {
  queueByMode(ctx, 'collectionSlip', wish)
}

function queueByMode(
  ctx: CommandContext,
  paper: 'receipt' | 'collectionSlip',
  { documentId, device, asked, tookCash }: ReceiptWish,
): void {
  const { settings, receiptPrinter } = paperSettingsOf(ctx)
  if (!receiptPrinter) return
  const prints = asked === undefined ? settings.receiptMode === 'always' : asked === 'print'
  const kicks = tookCash && settings.kicksOnCash && opensDrawer(receiptPrinter)
  const job = { printerId: receiptPrinter.id, documentId, device: device ?? null, kicks }
  if (prints) queueJob(ctx, { ...job, paper })
  else if (kicks) queueJob(ctx, { ...job, paper: 'drawer' })
}

/** Opens the drawer without a sale (空开钱箱). @returns whether there is one that can be opened */
export function openDrawer(ctx: CommandContext): boolean {
  const { receiptPrinter } = paperSettingsOf(ctx)
  if (!receiptPrinter || !opensDrawer(receiptPrinter)) return false
  queueJob(ctx, { printerId: receiptPrinter.id, paper: 'drawer', kicks: true })
  return true
}

export interface Report {
  readonly paper: 'shiftReport' | 'dayEnd'
  /** The number of the shift, or the day. */
  readonly subject: string
  readonly rows: (frame: ReportFrame) => readonly PaperRow[]
}

/** A paper of no document: what stands on it is what the person who asked was told, whenever it comes out. */
export function queueReport(ctx: CommandContext, { paper, subject, rows }: Report): Refs {
  const { settings, receiptPrinter } = paperSettingsOf(ctx)
  if (!receiptPrinter) refuse('NO_RECEIPT_PRINTER')
  const { currencyDecimals, profile } = ctx.shop
  const { name, timeZone } = profile
  const content = rows({ shop: { name, timeZone, currencyDecimals }, words: wordsFor(settings.language) })
  return { job: queueJob(ctx, { printerId: receiptPrinter.id, paper, subject, content }) }
}

const opensDrawer = ({ drawerPin, kind }: PrinterRecord): boolean => drawerPin !== null && kind !== 'system'

const insertJob = insertInto(printJobs)

interface NewJob {
  readonly printerId: Id
  readonly paper: QueuedPaper
  readonly documentId?: Id | null
  readonly subject?: string
  readonly content?: readonly PaperRow[] | null
  /** The counter that it is for. */
  readonly device?: string | null
  readonly copy?: number
  readonly kicks?: boolean
}

export function queueJob(
  ctx: CommandContext,
  { documentId = null, subject = '', content = null, device = null, copy = 0, kicks = false, ...job }: NewJob,
): Id {
  const id = insertJob(ctx.db, {
    ...job,
    ...{ documentId, subject, content, device, copy, kicks },
    state: 'waiting',
    staffId: actingStaff(ctx),
    queuedAt: ctx.now,
  })
  ctx.after(() => {
    ctx.wakePrinters()
  })
  return id
}
