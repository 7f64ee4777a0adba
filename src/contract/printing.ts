/** Paper without a dialog: the shop's printers, which paper goes where, and the queue of what is to be printed. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { page, pageOf } from './paging.ts'
import { command, query } from './procedure.ts'
import { deviceId, id, requestId, text, time } from './values.ts'

/** A printer on the network, one at this PC by its device file, or one that the system knows by name. */
export const PRINTER_KINDS = ['network', 'device', 'system'] as const
export const printerKind = z.enum(PRINTER_KINDS)
export type PrinterKind = z.infer<typeof printerKind>

/** Half-width characters on a line: 32 on 58 mm; 48, with some 42, on 80 mm. */
export const PAPER_COLUMNS = [32, 42, 48] as const
const columns = z.union([z.literal(32), z.literal(42), z.literal(48)])
export type PaperColumns = z.infer<typeof columns>

const printerFields = z.object({
  name: text(40),
  kind: printerKind,
  /** `host` or `host:port`; a path under /dev or \\.\; the system's name. */
  address: text(200),
  columns,
  cuts: z.boolean(),
  /** The pin that opens the drawer; null where none hangs on this printer. */
  drawerPin: z.union([z.literal(2), z.literal(5)]).nullable(),
  copies: z.int().min(1).max(5),
  /** Draws the paper dot by dot (图像打印), for printers without GB18030. */
  asImage: z.boolean().default(false),
  /** Asks about paper, cover and readiness before and after a paper; a printer that never answers prints all the same. */
  asksStatus: z.boolean().default(true),
})
export type PrinterFields = z.infer<typeof printerFields>

export const RECEIPT_MODES = ['always', 'onRequest', 'never'] as const
export const PAPER_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const
export const paperLanguage = z.enum(PAPER_LANGUAGES)
export type PaperLanguage = z.infer<typeof paperLanguage>

const paperSettings = z.object({
  receiptPrinterId: id.nullable(),
  receiptMode: z.enum(RECEIPT_MODES),
  /** Whether cash opens the drawer. */
  kicksOnCash: z.boolean(),
  /** The language that papers are written in, whatever the screens show. */
  language: paperLanguage,
})
export type PaperSettings = z.infer<typeof paperSettings>

/** What a queue can hold. */
export const QUEUED_PAPERS = ['receipt', 'testPage', 'drawer', 'collectionSlip', 'shiftReport', 'dayEnd'] as const
export const queuedPaper = z.enum(QUEUED_PAPERS)
export type QueuedPaper = z.infer<typeof queuedPaper>

/** `failed` is certainly not on paper; `uncertain` may be, in part or whole. */
export const PRINT_STATES = ['waiting', 'printing', 'printed', 'failed', 'uncertain', 'cancelled'] as const
export const printState = z.enum(PRINT_STATES)
export type PrintState = z.infer<typeof printState>

/** How a printer says that it is. */
export const PRINTER_STATUSES = ['ready', 'paperOut', 'coverOpen', 'offline'] as const
export const printerStatus = z.enum(PRINTER_STATUSES)
export type PrinterStatus = z.infer<typeof printerStatus>

export const PRINT_FAILURES = [
  'paperOut',
  'coverOpen',
  'offline',
  'unreachable',
  'timedOut',
  'notConnected',
  'notAllowed',
  'interrupted',
  'hostEnded',
  'tooOld',
  'noSystemPrinters',
  'noPictures',
  'systemRefused',
  'printerRemoved',
  'unforeseen',
] as const
export const printFailure = z.enum(PRINT_FAILURES)
export type PrintFailure = z.infer<typeof printFailure>

export const printJob = z.object({
  id,
  printerId: id,
  printerName: z.string(),
  paper: queuedPaper,
  documentId: id.nullable(),
  /** Of the document, the shift or the day that it is of. */
  documentNumber: z.string().nullable(),
  /** 补打 n; 0 for the first. */
  copy: z.int(),
  state: printState,
  failure: printFailure.nullable(),
  staffName: z.string(),
  queuedAt: time,
  endedAt: time.nullable(),
  allowedActions: z.array(z.enum(['retry', 'cancel'])),
})
export type PrintJob = z.infer<typeof printJob>

export const printer = printerFields.extend({
  id,
  /** How its last job went; null before the first. */
  last: printJob.pick({ state: true, failure: true, queuedAt: true }).nullable(),
})
export type Printer = z.infer<typeof printer>

export const printersView = z.object({ printers: z.array(printer), settings: paperSettings })
export type PrintersView = z.infer<typeof printersView>

/** The papers of a document that a receipt printer can print. */
const receiptPaper = z.enum(['receipt'])

export const printing = {
  printers: query('printing.printers', { access: 'settings.edit' })
    .route({ method: 'GET', path: '/printing/printers' })
    .input(z.object({}))
    .output(printersView),
  /** The printers that this PC's system knows; none where there is no desktop. */
  systemPrinters: query('printing.systemPrinters', { access: 'settings.edit' })
    .route({ method: 'GET', path: '/printing/systemPrinters' })
    .input(z.object({}))
    .output(z.object({ available: z.boolean(), names: z.array(z.string()) })),
  /** Asks a printer how it is: `unreachable` when it is off, `silent` when it does not say. */
  status: query('printing.status', { access: 'settings.edit' })
    .route({ method: 'GET', path: '/printing/printers/{printerId}/status' })
    .input(z.object({ printerId: id }))
    .output(z.object({ status: z.union([printerStatus, z.enum(['unreachable', 'silent'])]) }))
    .errors(refusals('PRINTER_NOT_FOUND')),
  savePrinter: command('printing.savePrinter', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/printing/printers' })
    .input(printerFields.extend({ requestId, printerId: id.optional() }))
    .output(printersView)
    .errors(
      refusals(
        'PRINTER_NOT_FOUND',
        'PRINTER_HOST_INVALID',
        'PRINTER_DEVICE_INVALID',
        'PRINTER_DEVICE_ORDINARY',
        'SYSTEM_PRINTER_UNKNOWN',
        'SYSTEM_PRINTERS_UNAVAILABLE',
      ),
    ),
  removePrinter: command('printing.removePrinter', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/printing/printers/{printerId}/remove' })
    .input(z.object({ requestId, printerId: id }))
    .output(printersView)
    .errors(refusals('PRINTER_NOT_FOUND')),
  saveSettings: command('printing.saveSettings', { access: 'settings.edit' })
    .route({ method: 'PUT', path: '/printing/settings' })
    .input(paperSettings.extend({ requestId }))
    .output(printersView)
    .errors(refusals('PRINTER_NOT_FOUND')),
  testPage: command('printing.testPage', { access: 'settings.edit' })
    .route({ method: 'POST', path: '/printing/printers/{printerId}/testPage' })
    .input(z.object({ requestId, printerId: id }))
    .output(printJob)
    .errors(refusals('PRINTER_NOT_FOUND')),
  /** Newest first; of one document, or only those that need someone. */
  jobs: query('printing.jobs', { access: 'documents.view' })
    .route({ method: 'GET', path: '/printing/jobs' })
    .input(page.extend({ documentId: id.optional(), needsSomeone: z.boolean().default(false) }))
    .output(pageOf(printJob)),
  /** Receipts of this device's own sales that did not come out, for the counter to say so; newest first. */
  lost: query('printing.lost', { access: 'documents.view' })
    .route({ method: 'GET', path: '/printing/lost' })
    .input(z.object({ deviceId }))
    .output(z.array(printJob)),
  retry: command('printing.retry', { access: 'documents.view' })
    .route({ method: 'POST', path: '/printing/jobs/{jobId}/retry' })
    .input(z.object({ requestId, jobId: id }))
    .output(printJob)
    .errors(refusals('PRINT_JOB_NOT_FOUND', 'PRINT_JOB_SETTLED', 'PRINTER_NOT_FOUND')),
  cancel: command('printing.cancel', { access: 'documents.view' })
    .route({ method: 'POST', path: '/printing/jobs/{jobId}/cancel' })
    .input(z.object({ requestId, jobId: id }))
    .output(printJob)
    .errors(refusals('PRINT_JOB_NOT_FOUND', 'PRINT_JOB_SETTLED')),
  /** 补打: counted, marked on the paper, and kept as 敏感操作. */
  reprint: command('printing.reprint', { access: 'documents.view' })
    .route({ method: 'POST', path: '/printing/reprint' })
    .input(
      z.object({
        ...{ requestId, documentId: id, paper: receiptPaper },
        /** The counter that waits for it. */
        deviceId: deviceId.optional(),
      }),
    )
    .output(printJob)
    .errors(refusals('DOCUMENT_NOT_FOUND', 'NO_RECEIPT_PRINTER')),
  /** The paper as lines of text, as wide as the printer would print it. */
  preview: query('printing.preview', { access: 'documents.view' })
    .route({ method: 'GET', path: '/printing/preview/{documentId}/{paper}' })
    .input(z.object({ documentId: id, paper: receiptPaper }))
    .output(z.object({ columns, lines: z.array(z.string()) }))
    .errors(refusals('DOCUMENT_NOT_FOUND')),
}
