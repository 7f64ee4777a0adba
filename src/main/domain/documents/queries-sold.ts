/** What the newest sales were of. */
import { sql } from 'drizzle-orm'
import type { BusinessDay, Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { documentLines, documents } from './tables.ts'

const newestSales = sql`(select ${documents.id} from ${documents}
  where ${documents.kind} = 'sale' and ${documents.businessDay} >= ${sql.placeholder('since')}
  order by ${documents.businessDay} desc, ${documents.id} desc limit ${sql.placeholder('sales')}) as sale`

const statements = prepared((db: ReadDb) => ({
  linesBySku: db
    .select({ skuId: sql<Id>`${documentLines.skuId}`, lines: sql<number>`count(*)` })
    .from(newestSales)
    .crossJoin(documentLines)
    .where(sql`${documentLines.documentId} = sale.id and ${documentLines.skuId} is not null`)
    .groupBy(documentLines.skuId)
    .prepare(),
}))

interface Newest {
  readonly since: BusinessDay
  /** No more than so many sales are looked at, the newest: what this takes does not grow with the shop. */
  readonly sales: number
}

/** In how many lines of the newest sales each SKU stands. */
export function linesBySku(db: ReadDb, newest: Newest): Map<Id, number> {
  const rows = statements(db).linesBySku.all({ ...newest })
  return new Map(rows.map(({ skuId, lines }) => [skuId, lines]))
}
