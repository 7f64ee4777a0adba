/** The steps of an import: begun, read, planned, started; cancelled at any time. Nothing is booked before it is started. */
import { eq } from 'drizzle-orm'
import {
  MOST_FILE_BYTES,
  type ImportField,
  type ImportKind,
  type ImportPreview,
  type ImportState,
} from '../../../contract/imports.ts'
import type { Permission } from '../../../contract/permissions.ts'
import type { Id } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import { headersKey, numbered } from '../../importing/headers.ts'
import { actingStaff, mustHave, type CommandContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { jobOf, runningJob, type Job } from './queries.ts'
import { importJobs, importMappings, importRefusals, type StoredSheet } from './tables.ts'

const insertJob = insertInto(importJobs)

/** What an import writes, one must be allowed to write by hand. */
const NEEDED: Readonly<Record<ImportKind, readonly Permission[]>> = {
  products: ['products.edit', 'stock.receive'],
  customers: ['customers.edit'],
  openingStock: ['stock.receive'],
}

interface NewImport {
  readonly kind: ImportKind
  readonly fileName: string
  readonly bytes: number
}

/** One at a time: what an earlier one left behind goes away. */
export function beginImport(ctx: CommandContext, { kind, fileName, bytes }: NewImport): Refs {
  for (const permission of NEEDED[kind]) mustHave(ctx, permission)
  if (bytes === 0) refuse('FILE_EMPTY')
  if (bytes > MOST_FILE_BYTES) refuse('FILE_TOO_LARGE', { megabytes: MOST_FILE_BYTES / (1024 * 1024) })
  if (runningJob(ctx.db)) refuse('IMPORT_RUNNING')
  ctx.db.delete(importRefusals).run()
  const counts = { done: 0, total: 0, position: 0, created: 0, changed: 0, same: 0, refused: 0 }
  const job = insertJob(ctx.db, {
    ...{ uid: ctx.ids.uid(ctx.now), kind, fileName, bytes, state: 'uploading', ...counts },
    staffId: actingStaff(ctx),
    device: ctx.actor.device,
    createdAt: ctx.now,
  })
  return { import: job }
}

export function storeSheet(ctx: CommandContext, importId: Id, sheet: StoredSheet): Refs {
  mustBe(jobOf(ctx.db, importId), 'uploading', 'read', 'planned')
  return save(ctx, importId, { state: 'read', sheet, preview: null })
}

interface PlannedImport {
  readonly importId: Id
  readonly fields: readonly (ImportField | null)[]
  readonly preview: ImportPreview
  readonly total: number
}

/** The mapping is kept for the next file with these headers. */
export function storePlan(ctx: CommandContext, { importId, fields, preview, total }: PlannedImport): Refs {
  const job = jobOf(ctx.db, importId)
  mustBe(job, 'read', 'planned')
  const { sheet } = job
  if (!sheet) refuse('IMPORT_NOT_READY', { stage: job.state })
  const names = numbered(sheet.headers)
  const mapping = Object.fromEntries(names.map((name, at) => [name, fields[at] ?? null]))
  const key = { kind: job.kind, headers: headersKey(sheet.headers) }
  ctx.db
    .insert(importMappings)
    .values({ ...key, fields: mapping })
    .onConflictDoUpdate({ target: [importMappings.kind, importMappings.headers], set: { fields: mapping } })
    .run()
  return save(ctx, importId, { state: 'planned', sheet: { ...sheet, fields }, preview, total })
}

/** One that failed goes on where it stood. */
export function startImport(ctx: CommandContext, { importId }: { readonly importId: Id }): Refs {
  const job = jobOf(ctx.db, importId)
  for (const permission of NEEDED[job.kind]) mustHave(ctx, permission)
  mustBe(job, 'planned', 'failed')
  if (runningJob(ctx.db)) refuse('IMPORT_RUNNING')
  return save(ctx, importId, { state: 'running', endedAt: null, staffId: actingStaff(ctx), device: ctx.actor.device })
}

export function cancelImport(ctx: CommandContext, { importId }: { readonly importId: Id }): Refs {
  const { state } = jobOf(ctx.db, importId)
  if (state === 'done' || state === 'cancelled') return { import: importId }
  return save(ctx, importId, { state: 'cancelled', endedAt: ctx.now })
}

/** All lines of it were carried out. */
export function endImport(ctx: CommandContext, { importId }: { readonly importId: Id }): Refs {
  mustBe(jobOf(ctx.db, importId), 'running')
  return save(ctx, importId, { state: 'done', endedAt: ctx.now })
}

/** It stopped at something unforeseen; what is booked stays, and it can be started again. */
export function failImport(ctx: CommandContext, { importId }: { readonly importId: Id }): Refs {
  return save(ctx, importId, { state: 'failed', endedAt: ctx.now })
}

export function mustBe(job: Job, ...states: readonly ImportState[]): void {
  if (!states.includes(job.state)) refuse('IMPORT_NOT_READY', { stage: job.state })
}

function save(ctx: CommandContext, importId: Id, change: Partial<Job>): Refs {
  ctx.db.update(importJobs).set(change).where(eq(importJobs.id, importId)).run()
  return { import: importId }
}
