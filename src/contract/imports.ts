/** What an old system exported, read from a file: products, customers and opening stock. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { page, pageOf } from './paging.ts'
import { command, query } from './procedure.ts'
import { id, requestId, text, time } from './values.ts'

export const IMPORT_KINDS = ['products', 'customers', 'openingStock'] as const
export const importKind = z.enum(IMPORT_KINDS)
export type ImportKind = z.infer<typeof importKind>

/** What a column can mean. `sizeStock` is a column named by a size: its cells say how many there are of it. */
export const FIELDS = {
  products: [
    'styleCode',
    'skuCode',
    'name',
    'barcode',
    'colour',
    'size',
    'sizeStock',
    'spec',
    'category',
    'unit',
    'bigUnit',
    'factor',
    'bigBarcode',
    'bigPrice',
    'bigMemberPrice',
    'bigWholesalePrice',
    'retailPrice',
    'floorPrice',
    'purchasePrice',
    'cost',
    'openingStock',
    'openingValue',
    'state',
    'tagPrice',
    'memberPrice',
    'wholesalePrice',
    'brand',
    'season',
  ],
  customers: [
    'customerName',
    'customerCode',
    'phone',
    'address',
    'note',
    'creditLimit',
    'owed',
    'storedValue',
    'points',
    'tier',
    'birthday',
  ],
  openingStock: [
    'styleCode',
    'skuCode',
    'barcode',
    'name',
    'colour',
    'size',
    'sizeStock',
    'spec',
    'openingStock',
    'openingValue',
    'cost',
    'purchasePrice',
  ],
} as const satisfies Record<ImportKind, readonly string[]>
export type ImportField = (typeof FIELDS)[ImportKind][number]
export const importField = z.enum([...new Set(Object.values(FIELDS).flat())] as [ImportField, ...ImportField[]])

/** Opening balances of customers: kept where the person may book them by hand, else read and shown alone. */
export const OPENING_FIELDS: readonly ImportField[] = ['owed', 'storedValue', 'points']

export const MOST_FILE_BYTES = 64 * 1024 * 1024
/** How many bytes travel at once; base64 makes a third more of them. */
export const UPLOAD_BYTES = 256 * 1024
export const MOST_COLUMNS = 200

/** `note` rows come in without what was wrong, `refused` rows stay out. */
export const importProblem = z.object({
  row: z.int(),
  code: z.string(),
  severity: z.enum(['note', 'refused']),
  /** What the sentence names: a field, a value, another row. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportProblem = z.infer<typeof importProblem>

export const importColumn = z.object({
  header: z.string(),
  samples: z.array(z.string()),
  /** What the column is taken for: as this list of headers was mapped before, else by its name. */
  field: importField.nullable(),
})

/** `changed` differs from what the shop has, `same` does not. */
export const importOutcome = z.enum(['created', 'changed', 'same', 'refused'])
export type ImportOutcome = z.infer<typeof importOutcome>

export const previewRow = z.object({
  row: z.int(),
  outcome: importOutcome,
  code: z.string(),
  title: z.string(),
  /** Variants of a product, in a row each of its own file. */
  variants: z.int(),
  /** As the file shows them; empty where it says none. */
  price: z.string(),
  stock: z.string(),
  phone: z.string(),
})
export type PreviewRow = z.infer<typeof previewRow>

export const importCounts = z.object({ created: z.int(), changed: z.int(), same: z.int(), refused: z.int() })

export const importPreview = z.object({
  counts: importCounts,
  /** Goods whose opening stock would be booked. */
  stockLines: z.int(),
  rows: z.array(previewRow),
  problems: z.array(importProblem),
  /** All that were found; `problems` holds the first of them. */
  problemCount: z.int(),
  /** Columns that stay out. */
  notKept: z.array(importField),
})
export type ImportPreview = z.infer<typeof importPreview>

/** `read` knows its columns, `planned` has a preview; `failed` stopped at something unforeseen and can be started again. */
export const importState = z.enum(['uploading', 'read', 'planned', 'running', 'done', 'cancelled', 'failed'])
export type ImportState = z.infer<typeof importState>

export const importView = z.object({
  id,
  kind: importKind,
  fileName: z.string(),
  state: importState,
  createdAt: time,
  endedAt: time.nullable(),
  sheet: z.string(),
  /** Of the file, counted as a spreadsheet does. */
  headerRow: z.int(),
  rowCount: z.int(),
  columns: z.array(importColumn),
  preview: importPreview.nullable(),
  /** Steps of the run, done and in all. */
  done: z.int(),
  total: z.int(),
  counts: importCounts,
})
export type ImportView = z.infer<typeof importView>

export const refusedRow = importProblem.omit({ severity: true }).extend({ cells: z.array(z.string()) })
export type RefusedRow = z.infer<typeof refusedRow>

const base64 = z
  .string()
  .max(UPLOAD_BYTES * 2)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
const which = z.object({ importId: id })
const wish = which.extend({ requestId })

export const imports = {
  /** The newest, so that one comes back to it. */
  latest: query('imports.latest', { access: 'imports.run' })
    .route({ method: 'GET', path: '/imports/latest' })
    .input(z.object({}))
    .output(importView.nullable()),
  get: query('imports.get', { access: 'imports.run' })
    .route({ method: 'GET', path: '/imports/{importId}' })
    .input(which)
    .output(importView)
    .errors(refusals('IMPORT_NOT_FOUND')),
  begin: command('imports.begin', { access: 'imports.run' })
    .route({ method: 'POST', path: '/imports' })
    .input(z.object({ requestId, kind: importKind, fileName: text(200), bytes: z.int().min(0) }))
    .output(importView)
    .errors(refusals('FILE_TOO_LARGE', 'FILE_EMPTY', 'IMPORT_RUNNING')),
  /** A piece of the file, in base64, goes to a place of its own: nothing of the shop changes, so nothing is recorded. */
  upload: command('imports.upload', { access: 'imports.run' })
    .route({ method: 'PUT', path: '/imports/{importId}/bytes' })
    .input(wish.extend({ offset: z.int().min(0).max(MOST_FILE_BYTES), data: base64 }))
    .output(z.object({ received: z.int() }))
    .errors(refusals('IMPORT_NOT_FOUND', 'IMPORT_NOT_READY', 'IMPORT_INCOMPLETE')),
  /** Finds the sheet, its head and its columns. */
  read: command('imports.read', { access: 'imports.run' })
    .route({ method: 'POST', path: '/imports/{importId}/read' })
    .input(wish)
    .output(importView)
    .errors(
      refusals(
        'IMPORT_NOT_FOUND',
        'IMPORT_NOT_READY',
        'IMPORT_INCOMPLETE',
        'FILE_NOT_READ',
        'FILE_EMPTY',
        'FILE_TOO_LARGE',
      ),
    ),
  /** The dry run: what each row would become and what is wrong with it. Changes nothing of the shop's trade. */
  plan: command('imports.plan', { access: 'imports.run' })
    .route({ method: 'POST', path: '/imports/{importId}/plan' })
    .input(wish.extend({ fields: z.array(importField.nullable()).max(MOST_COLUMNS) }))
    .output(importView)
    .errors(refusals('IMPORT_NOT_FOUND', 'IMPORT_NOT_READY', 'IMPORT_INCOMPLETE', 'COLUMN_MISSING', 'FILE_NOT_READ')),
  start: command('imports.start', { access: 'imports.run' })
    .route({ method: 'POST', path: '/imports/{importId}/start' })
    .input(wish)
    .output(importView)
    .errors(refusals('IMPORT_NOT_FOUND', 'IMPORT_NOT_READY', 'IMPORT_RUNNING', 'IMPORT_INCOMPLETE')),
  /** What is booked by then stays. */
  cancel: command('imports.cancel', { access: 'imports.run' })
    .route({ method: 'POST', path: '/imports/{importId}/cancel' })
    .input(wish)
    .output(importView)
    .errors(refusals('IMPORT_NOT_FOUND')),
  refused: query('imports.refused', { access: 'imports.run' })
    .route({ method: 'GET', path: '/imports/{importId}/refused' })
    .input(page.extend({ importId: id }))
    .output(pageOf(refusedRow))
    .errors(refusals('IMPORT_NOT_FOUND')),
}
