import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PaperRow } from '../../../contract/papers/rows.ts'
import type {
  PaperColumns,
  PaperLanguage,
  PaperSettings,
  PrinterKind,
  PrintFailure,
  PrintState,
  QueuedPaper,
} from '../../../contract/printing.ts'
import type { Time } from '../../../contract/values.ts'

export const printers = sqliteTable('printers', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  kind: text().$type<PrinterKind>().notNull(),
  address: text().notNull(),
  columns: integer().$type<PaperColumns>().notNull(),
  cuts: integer({ mode: 'boolean' }).notNull(),
  drawerPin: integer().$type<2 | 5>(),
  copies: integer().notNull(),
  asImage: integer({ mode: 'boolean' }).notNull().default(false),
  asksStatus: integer({ mode: 'boolean' }).notNull().default(true),
  archivedAt: integer().$type<Time>(),
})

export const paperSettings = sqliteTable('paper_settings', {
  id: integer().primaryKey(),
  receiptPrinterId: integer(),
  receiptMode: text().$type<PaperSettings['receiptMode']>().notNull(),
  kicksOnCash: integer({ mode: 'boolean' }).notNull(),
  language: text().$type<PaperLanguage>().notNull(),
})

export const printJobs = sqliteTable('print_jobs', {
  id: integer().primaryKey({ autoIncrement: true }),
  printerId: integer().notNull(),
  paper: text().$type<QueuedPaper>().notNull(),
  documentId: integer(),
  /** The number of a shift or the day that it is of; empty where the document says it. */
  subject: text().notNull().default(''),
  /** What stands on a paper of no document, as it was when it was asked for. */
  content: text({ mode: 'json' }).$type<readonly PaperRow[]>(),
  copy: integer().notNull(),
  kicks: integer({ mode: 'boolean' }).notNull(),
  state: text().$type<PrintState>().notNull(),
  failure: text().$type<PrintFailure>(),
  staffId: integer().notNull(),
  /** The counter whose sale wanted it; null where no counter did. */
  device: text(),
  queuedAt: integer().$type<Time>().notNull(),
  endedAt: integer().$type<Time>(),
})
