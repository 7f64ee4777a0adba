import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ImportField, ImportKind, ImportPreview, ImportProblem, ImportState } from '../../../contract/imports.ts'
import type { Time } from '../../../contract/values.ts'
import type { SheetFacts } from '../../importing/read-sheet.ts'

/** The file's sheet, with what each column is taken for. */
export type StoredSheet = SheetFacts & { readonly fields: readonly (ImportField | null)[] }

export const importJobs = sqliteTable('import_jobs', {
  id: integer().primaryKey({ autoIncrement: true }),
  uid: text().notNull(),
  kind: text().$type<ImportKind>().notNull(),
  fileName: text().notNull(),
  bytes: integer().notNull(),
  state: text().$type<ImportState>().notNull(),
  staffId: integer().notNull(),
  device: text().notNull(),
  sheet: text({ mode: 'json' }).$type<StoredSheet>(),
  preview: text({ mode: 'json' }).$type<ImportPreview>(),
  done: integer().notNull(),
  total: integer().notNull(),
  position: integer().notNull(),
  created: integer().notNull(),
  changed: integer().notNull(),
  same: integer().notNull(),
  refused: integer().notNull(),
  createdAt: integer().$type<Time>().notNull(),
  endedAt: integer().$type<Time>(),
})

export const importMappings = sqliteTable(
  'import_mappings',
  {
    kind: text().$type<ImportKind>().notNull(),
    headers: text().notNull(),
    fields: text({ mode: 'json' }).$type<Readonly<Record<string, ImportField | null>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.headers] })],
)

export const importRefusals = sqliteTable('import_refusals', {
  id: integer().primaryKey({ autoIncrement: true }),
  importId: integer().notNull(),
  row: integer().notNull(),
  code: text().notNull(),
  facts: text({ mode: 'json' }).$type<ImportProblem['facts']>().notNull(),
  cells: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
})
