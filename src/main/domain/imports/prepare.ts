/** The slow halves of an import's steps, outside of any transaction: files are read in a thread of their own. */
import type { ImportField, ImportPreview } from '../../../contract/imports.ts'
import type { Id } from '../../../contract/values.ts'
import type { PrepareContext } from '../../api/handlers.ts'
import { refuse } from '../errors.ts'
import { mustHaveColumns } from './columns.ts'
import { mustBe } from './commands.ts'
import { fieldsFor, jobOf } from './queries.ts'
import type { StoredSheet } from './tables.ts'

interface Which {
  readonly importId: Id
}

interface Piece extends Which {
  readonly offset: number
  readonly data: string
}

/** Pieces come in order; one that was sent before may come again. */
export function receivePiece({ read, opened }: Pick<PrepareContext, 'read' | 'opened'>, piece: Piece) {
  const { uid, bytes, ...job } = jobOf(read.db, piece.importId)
  if (job.state !== 'uploading') refuse('IMPORT_NOT_READY', { stage: job.state })
  const sent = Buffer.from(piece.data, 'base64')
  const { uploads } = opened.imports
  if (piece.offset > uploads.received(uid) || piece.offset + sent.length > bytes) refuse('IMPORT_INCOMPLETE')
  return { received: uploads.write(uid, piece.offset, sent) }
}

export async function readUpload({ read, opened }: PrepareContext, { importId }: Which): Promise<StoredSheet> {
  const job = jobOf(read.db, importId)
  mustBe(job, 'uploading', 'read', 'planned')
  const { uploads, ask } = opened.imports
  if (uploads.received(job.uid) !== job.bytes) refuse('IMPORT_INCOMPLETE')
  const sheet = await ask({ task: 'read', kind: job.kind, ...uploads.placeOf(job.uid) })
  return { ...sheet, fields: fieldsFor(read.db, job.kind, sheet.headers) }
}

/** A shop that was restored knows of an import whose file is gone. One that runs or ended is told so by its state. */
export function mustHaveFile(
  { opened }: { readonly opened: PrepareContext['opened'] | null },
  { importId }: Which,
): void {
  const shop = opened ?? refuse('SHOP_NOT_OPEN')
  const { state, uid } = jobOf(shop.writer.db, importId)
  const isNeeded = state === 'planned' || state === 'failed'
  if (isNeeded && shop.imports.uploads.received(uid) === 0) refuse('IMPORT_INCOMPLETE')
}

interface Mapped extends Which {
  readonly fields: readonly (ImportField | null)[]
}

export async function planUpload({ read, opened }: PrepareContext, { importId, fields }: Mapped) {
  const job = jobOf(read.db, importId)
  mustBe(job, 'read', 'planned')
  const { uploads, ask } = opened.imports
  if (!job.sheet || uploads.received(job.uid) === 0) refuse('IMPORT_INCOMPLETE')
  mustHaveColumns(job.kind, fields)
  const { headers } = job.sheet
  const place = uploads.placeOf(job.uid)
  const decimals = read.shop.currencyDecimals
  const { total, notes, noteCount } = await ask({ task: 'plan', kind: job.kind, fields, headers, decimals, ...place })
  const { actor, now } = read
  const preview = await opened.workers.ask('imports.preview', {
    input: { plan: place.plan, fields, notes, noteCount },
    actor: { ...actor, permissions: [...actor.permissions] },
    now,
  })
  return { preview: preview as ImportPreview, total }
}
