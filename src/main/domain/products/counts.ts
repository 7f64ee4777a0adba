/** How many goods there are behind what asks for someone; no more are counted than a chip would say. */
import { sql } from 'drizzle-orm'
import { COUNTED } from '../../../contract/counted.ts'
import type { ReadDb } from '../../database/connection.ts'
import { newest, NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { setsOf, type SkuFilters } from './sku-sets.ts'

const statements = prepared((db: ReadDb) => {
  const counting = (filters: SkuFilters) =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(newest(setsOf('every', filters)))
      .prepare()
  const kept = new Map<string, ReturnType<typeof counting>>()
  return (filters: SkuFilters) => {
    const key = [filters.kind, filters.stock, filters.archived, filters.incomplete].join(' ')
    const statement = kept.get(key) ?? counting(filters)
    kept.set(key, statement)
    return statement
  }
})

export function countSkus({ db }: ReadContext, asked: SkuFilters) {
  const count = (choice: Partial<SkuFilters>): number =>
    statements(db)({ ...asked, ...choice }).get({ before: NO_BOUND, limit: COUNTED })?.count ?? 0
  return {
    stock: { some: count({ stock: 'some' }), none: count({ stock: 'none' }), negative: count({ stock: 'negative' }) },
    incomplete: count({ incomplete: true }),
  }
}
