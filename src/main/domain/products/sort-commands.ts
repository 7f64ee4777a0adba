import { eq, isNull, sql } from 'drizzle-orm'
import type { WriteDb } from '../../database/connection.ts'
import { sortKeyOf } from '../words.ts'
import { products, skus } from './tables.ts'

/** Gives each SKU that has none what its title is sorted by. */
export function fillSortTitles(db: WriteDb): void {
  const without = db
    .select({ id: skus.id, title: products.title })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .where(isNull(skus.sortTitle))
    .all()
  if (without.length === 0) return
  const fill = db
    .update(skus)
    .set({ sortTitle: sql`${sql.placeholder('key')}` })
    .where(eq(skus.id, sql.placeholder('id')))
    .prepare()
  for (const { id, title } of without) fill.run({ id, key: sortKeyOf(title) })
}
