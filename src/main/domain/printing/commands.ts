/** The owner's printers, and what a person does with papers that were queued. */
import { and, eq } from 'drizzle-orm'
import type { PaperSettings, PrinterFields } from '../../../contract/printing.ts'
import type { Id } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { documentRecord } from '../documents/queries.ts'
import { refuse } from '../errors.ts'
import { recordSensitive } from '../sensitive/commands.ts'
import { actionsOf, jobOf, nextCopyOf, paperSettingsOf, printerOf, type JobRecord } from './queries.ts'
import { queueJob } from './queue-commands.ts'
import { paperSettings, printers, printJobs } from './tables.ts'

export interface PrinterInput extends PrinterFields {
  readonly printerId?: Id | undefined
}

/** Whether a printer can be at that address was asked before (`Printers.check`). The first one prints the receipts. */
export function savePrinter(ctx: CommandContext, { printerId, ...input }: PrinterInput): Refs {
  const { name, kind, address, columns, cuts, drawerPin, copies, asImage, asksStatus } = input
  const fields = { name, kind, address, columns, cuts, drawerPin, copies, asImage, asksStatus }
  if (printerId !== undefined) {
    if (!printerOf(ctx.db, printerId)) refuse('PRINTER_NOT_FOUND')
    ctx.db.update(printers).set(fields).where(eq(printers.id, printerId)).run()
    return { printer: printerId }
  }
  const id = Number(ctx.db.insert(printers).values(fields).run().lastInsertRowid)
  const { settings, receiptPrinter } = paperSettingsOf(ctx)
  if (!receiptPrinter) writeSettings(ctx, { ...settings, receiptPrinterId: id })
  return { printer: id }
}

/** Its papers stay in the list; what still waits for it did not come out. */
export function removePrinter(ctx: CommandContext, { printerId }: { readonly printerId: Id }): Refs {
  if (!printerOf(ctx.db, printerId)) refuse('PRINTER_NOT_FOUND')
  ctx.db.update(printers).set({ archivedAt: ctx.now }).where(eq(printers.id, printerId)).run()
  ctx.db
    .update(printJobs)
    .set({ state: 'failed', failure: 'printerRemoved', endedAt: ctx.now })
    .where(and(eq(printJobs.state, 'waiting'), eq(printJobs.printerId, printerId)))
    .run()
  return { printer: printerId }
}

export function saveSettings(ctx: CommandContext, input: PaperSettings): Refs {
  const { receiptPrinterId } = input
  if (receiptPrinterId !== null && !printerOf(ctx.db, receiptPrinterId)) refuse('PRINTER_NOT_FOUND')
  writeSettings(ctx, input)
  return {}
}

function writeSettings({ db }: CommandContext, settings: PaperSettings): void {
  const { receiptPrinterId, receiptMode, kicksOnCash, language } = settings
  const row = { receiptPrinterId, receiptMode, kicksOnCash, language }
  db.insert(paperSettings)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: paperSettings.id, set: row })
    .run()
}

export function printTestPage(ctx: CommandContext, { printerId }: { readonly printerId: Id }): Refs {
  const printer = printerOf(ctx.db, printerId) ?? refuse('PRINTER_NOT_FOUND')
  return { job: queueJob(ctx, { printerId: printer.id, paper: 'testPage', kicks: printer.drawerPin !== null }) }
}

interface Reprint {
  readonly documentId: Id
  readonly paper: 'receipt'
  readonly deviceId?: string | null | undefined
}

/** The first copy of a paper, or 补打: marked with its count on the paper. */
export function reprint(ctx: CommandContext, { documentId, paper, deviceId = null }: Reprint): Refs {
  const { number } = documentRecord(ctx.db, documentId) ?? refuse('DOCUMENT_NOT_FOUND')
  const { receiptPrinter } = paperSettingsOf(ctx)
  if (!receiptPrinter) refuse('NO_RECEIPT_PRINTER')
  const copy = nextCopyOf(ctx.db, documentId, paper)
  if (copy > 0) recordSensitive(ctx, { kind: 'reprinted', subject: number, documentId })
  const job = { printerId: receiptPrinter.id, paper, documentId, device: deviceId, copy }
  return { document: documentId, job: queueJob(ctx, job) }
}

interface JobInput {
  readonly jobId: Id
}

/**
 * Tries again what did not come out, on the receipt printer of now where there is one. What may have come out is a 补打, marked
 * and recorded as one: no receipt is printed twice in silence. The drawer stays shut.
 */
export function retryJob(ctx: CommandContext, { jobId }: JobInput): Refs {
  const job = openJob(ctx, jobId, 'retry')
  const { receiptPrinter } = paperSettingsOf(ctx)
  const printer =
    (job.paper === 'testPage' ? null : receiptPrinter) ??
    printerOf(ctx.db, job.printerId) ??
    refuse('PRINTER_NOT_FOUND')
  const { documentId, paper, subject, content, device } = job
  const isAgain = job.state === 'uncertain' && documentId !== null
  const copy = isAgain ? nextCopyOf(ctx.db, documentId, paper) : job.copy
  if (isAgain) {
    const subject = documentRecord(ctx.db, documentId)?.number ?? ''
    recordSensitive(ctx, { kind: 'reprinted', subject, documentId })
  }
  giveUp(ctx, job)
  const next = { printerId: printer.id, paper, documentId, subject, content, device, copy }
  const refs = { job: queueJob(ctx, next), former: job.id }
  return documentId === null ? refs : { ...refs, document: documentId }
}

export function cancelJob(ctx: CommandContext, { jobId }: JobInput): Refs {
  const job = openJob(ctx, jobId, 'cancel')
  giveUp(ctx, job)
  return { job: job.id }
}

function openJob(ctx: CommandContext, jobId: Id, action: 'retry' | 'cancel'): JobRecord {
  const job = jobOf(ctx.db, jobId) ?? refuse('PRINT_JOB_NOT_FOUND')
  if (!actionsOf(job).includes(action)) refuse('PRINT_JOB_SETTLED')
  return job
}

function giveUp(ctx: CommandContext, { id }: JobRecord): void {
  ctx.db
    .update(printJobs)
    .set({ state: 'cancelled', failure: null, endedAt: ctx.now })
    .where(eq(printJobs.id, id))
    .run()
}
