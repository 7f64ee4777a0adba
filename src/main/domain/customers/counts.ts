/** How many customers owe, or are owed; no more are counted than a chip would say. */
import { sql } from 'drizzle-orm'
import { COUNTED } from '../../../contract/counted.ts'
import type { ReadDb } from '../../database/connection.ts'
import { newest, NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { setsOf } from './list.ts'

const statements = prepared((db: ReadDb) => {
  const counting = (archived: boolean) =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(newest(setsOf('all', { owing: true, archived })))
      .prepare()
  return { inUse: counting(false), all: counting(true) }
})

export function countCustomers({ db }: ReadContext, { archived }: { readonly archived: boolean }) {
  const { inUse, all } = statements(db)
  return { owing: (archived ? all : inUse).get({ before: NO_BOUND, limit: COUNTED })?.count ?? 0 }
}
