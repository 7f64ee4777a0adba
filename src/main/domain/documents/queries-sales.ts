/** Which sale somebody brings goods back from, by the little that they know of it. */
import { sql } from 'drizzle-orm'
import type { DocumentRow } from '../../../contract/documents.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { daysBefore } from '../business-day.ts'
import type { ReadContext } from '../context.ts'
import { skuIdsLike } from '../products/queries-like.ts'
import { listDocuments } from './list.ts'
import { formatNumber } from './number-commands.ts'
import { documentLines, documents } from './tables.ts'

const MOST = 20
const MOST_GOODS = 5
/** The last digits of a number mean a sale of about two months. */
const DAYS = 60

const statements = prepared((db: ReadDb) => ({
  numbered: db
    .select({ id: documents.id })
    .from(documents)
    .where(sql`${documents.number} in (select value from json_each(${sql.placeholder('numbers')}))`)
    .prepare(),
  withGoods: db
    .selectDistinct({ id: documentLines.documentId })
    .from(documentLines)
    .where(
      sql`${documentLines.skuId} = ${sql.placeholder('skuId')} and exists (
        select 1 from ${documents} where ${documents.id} = ${documentLines.documentId} and ${documents.kind} = 'sale')`,
    )
    .orderBy(sql`${documentLines.documentId} desc`)
    .limit(MOST)
    .prepare(),
}))

/**
 * The sales that may be meant, newest first: by number or its last digits, by customer or the last digits of their phone, by
 * what was bought; the last ones when nothing was said. Voided ones are none.
 */
export function salesLike(ctx: ReadContext, { search }: { readonly search: string }): { rows: DocumentRow[] } {
  const typed = search.trim()
  const list = (more: { readonly search: string; readonly ids?: readonly Id[] }) =>
    listDocuments(ctx, { ...more, kind: 'sale', limit: MOST, sort: 'time', order: 'desc' }).rows
  const listed = list({ search: typed })
  const rows =
    typed === '' ? listed : list({ search: '', ids: [...idsLike(ctx, typed), ...listed.map(({ id }) => id)] })
  return { rows: rows.filter(({ state }) => state === 'completed') }
}

function idsLike(ctx: ReadContext, typed: string): Id[] {
  const { numbered, withGoods } = statements(ctx.db)
  const numbers = /^\d{1,6}$/.test(typed)
    ? Array.from({ length: DAYS }, (_, ago) => formatNumber('SO', daysBefore(ctx.businessDay, ago), Number(typed)))
    : []
  const goods = skuIdsLike(ctx, typed, MOST_GOODS).flatMap((skuId) => withGoods.all({ skuId }))
  return [...numbered.all({ numbers: JSON.stringify(numbers) }), ...goods].map(({ id }) => id)
}
