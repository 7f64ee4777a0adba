import { eq, isNull, sql } from 'drizzle-orm'
import type { WriteDb } from '../../database/connection.ts'
import { sortKeyOf } from '../words.ts'
import { customers } from './tables.ts'

/** Gives each customer who has none what the name is sorted by. */
export function fillSortNames(db: WriteDb): void {
  const without = db
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(isNull(customers.sortName))
    .all()
  if (without.length === 0) return
  const fill = db
    .update(customers)
    .set({ sortName: sql`${sql.placeholder('key')}` })
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare()
  for (const { id, name } of without) fill.run({ id, key: sortKeyOf(name) })
}
