/** Imports: the newest, one by its id, and the rows that stayed out of it. */
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { ImportField, ImportKind, ImportView, RefusedRow } from '../../../contract/imports.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { headersKey, numbered, recognised } from '../../importing/headers.ts'
import type { ReadContext, Refs } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { refuse } from '../errors.ts'
import { importJobs, importMappings, importRefusals } from './tables.ts'

export type Job = typeof importJobs.$inferSelect

const statements = prepared((db: ReadDb) => ({
  byId: db
    .select()
    .from(importJobs)
    .where(eq(importJobs.id, sql.placeholder('id')))
    .prepare(),
  latest: db.select().from(importJobs).orderBy(desc(importJobs.id)).limit(1).prepare(),
  running: db
    .select()
    .from(importJobs)
    .where(sql`${importJobs.state} = 'running'`)
    .prepare(),
  mapping: db
    .select({ fields: importMappings.fields })
    .from(importMappings)
    .where(
      and(eq(importMappings.kind, sql.placeholder('kind')), eq(importMappings.headers, sql.placeholder('headers'))),
    )
    .prepare(),
  refused: db
    .select()
    .from(importRefusals)
    .where(
      and(eq(importRefusals.importId, sql.placeholder('importId')), gt(importRefusals.id, sql.placeholder('after'))),
    )
    .orderBy(asc(importRefusals.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
}))

export function jobOf(db: ReadDb, importId: Id): Job {
  return statements(db).byId.get({ id: importId }) ?? refuse('IMPORT_NOT_FOUND')
}

export function latestJob(db: ReadDb): Job | undefined {
  return statements(db).latest.get()
}

export function runningJob(db: ReadDb): Job | undefined {
  return statements(db).running.get()
}

/** As a list of headers was mapped the last time, else by the headers' names. */
export function fieldsFor(db: ReadDb, kind: ImportKind, headers: readonly string[]): (ImportField | null)[] {
  const known = statements(db).mapping.get({ kind, headers: headersKey(headers) })?.fields
  return known ? numbered(headers).map((name) => known[name] ?? null) : recognised(headers, kind)
}

export const latestImport = ({ db }: ReadContext): ImportView | null => {
  const job = latestJob(db)
  return job ? viewOf(job) : null
}

export const getImport = ({ db }: ReadContext, { importId }: { readonly importId: Id }): ImportView =>
  viewOf(jobOf(db, importId))

export const importByRefs = ({ db }: ReadContext, refs: Refs): ImportView => viewOf(jobOf(db, Number(refs['import'])))

interface RefusedPage {
  readonly importId: Id
  readonly after?: string | undefined
  readonly limit: number
}

export function refusedRows({ db }: ReadContext, { importId, after, limit }: RefusedPage) {
  const job = jobOf(db, importId)
  const rows = statements(db).refused.all({ importId: job.id, after: cursorId(after) ?? 0, limit: limit + 1 })
  return pageFrom(rows, limit, ({ id }) => id, shownRefusal)
}

const shownRefusal = ({ row, code, facts, cells }: typeof importRefusals.$inferSelect): RefusedRow => ({
  row,
  code,
  facts,
  cells: [...cells],
})

function viewOf({ sheet, created, changed, same, refused, ...job }: Job): ImportView {
  const { id, kind, fileName, state, createdAt, endedAt, preview, done, total } = job
  return {
    ...{ id, kind, fileName, state, createdAt, endedAt, preview, done, total },
    counts: { created, changed, same, refused },
    sheet: sheet?.sheet ?? '',
    headerRow: sheet?.headerRow ?? 0,
    rowCount: sheet?.rowCount ?? 0,
    columns: (sheet?.headers ?? []).map((header, at) => ({
      header,
      samples: [...(sheet?.samples[at] ?? [])],
      field: sheet?.fields[at] ?? null,
    })),
  }
}
