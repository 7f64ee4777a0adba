/**
 * What wants paper says so here, in its own transaction; the printing begins after it is on disk, and nobody waits for it.
 * A shop without a receipt printer gets no paper and no refusal.
 */
import type { QueuedPaper } from '../../../contract/printing.ts'
import type { Id } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import { actingStaff, type CommandContext } from '../context.ts'
import { paperSettingsOf, type PrinterRecord } from './queries.ts'
import { printJobs } from './tables.ts'

export interface ReceiptWish {
  readonly documentId: Id
  /** What the person chose; the shop's mode decides when nothing was. */
  readonly asked?: 'print' | 'none' | undefined
  /** Cash opens the drawer, with a receipt or without. */
  readonly tookCash: boolean
}

/** The receipt of a document just issued, and the drawer for its cash. */
export function queueReceipt(ctx: CommandContext, { documentId, asked, tookCash }: ReceiptWish): void {
  const { settings, receiptPrinter } = paperSettingsOf(ctx)
  if (!receiptPrinter) return
  const prints = asked === undefined ? settings.receiptMode === 'always' : asked === 'print'
  const kicks = tookCash && settings.kicksOnCash && opensDrawer(receiptPrinter)
  if (prints) queueJob(ctx, { printerId: receiptPrinter.id, paper: 'receipt', documentId, kicks })
  else if (kicks) queueJob(ctx, { printerId: receiptPrinter.id, paper: 'drawer', documentId, kicks })
}

/** Opens the drawer without a sale (空开钱箱), where it hangs on the receipt printer. */
export function openDrawer(ctx: CommandContext): void {
  const { receiptPrinter } = paperSettingsOf(ctx)
  if (!receiptPrinter || !opensDrawer(receiptPrinter)) return
  queueJob(ctx, { printerId: receiptPrinter.id, paper: 'drawer', kicks: true })
}

const opensDrawer = ({ drawerPin, kind }: PrinterRecord): boolean => drawerPin !== null && kind !== 'system'

const insertJob = insertInto(printJobs)

interface NewJob {
  readonly printerId: Id
  readonly paper: QueuedPaper
  readonly documentId?: Id | null
  readonly copy?: number
  readonly kicks?: boolean
}

export function queueJob(ctx: CommandContext, { documentId = null, copy = 0, kicks = false, ...job }: NewJob): Id {
  const id = insertJob(ctx.db, {
    ...job,
    ...{ documentId, copy, kicks },
    state: 'waiting',
    staffId: actingStaff(ctx),
    queuedAt: ctx.now,
  })
  ctx.after(() => {
    ctx.wakePrinters()
  })
  return id
}
