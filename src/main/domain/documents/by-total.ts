/**
 * Documents by what they come to. No index could have them in that order for every filter without another b-tree for each
 * sale to write into; so what the filters leave is sorted, from the index that has the totals in it, and only while it is few.
 */
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Order } from '../../../contract/paging.ts'
import type { ReadDb } from '../../database/connection.ts'
import { LISTED_ID } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { asListed, LISTED_KEY, sortedAlong } from '../../database/sorted.ts'
import { takenInBy } from '../payments/queries-owing.ts'
import { conditions, row, type Base, type Filter } from './listing.ts'
import { documents } from './tables.ts'

/** More than these are not sorted within the time that a list may take. */
export const MOST_SORTED = 50_000

const { id, kind, total } = documents
/** A collection sells nothing: it comes to what it took in, as the list shows it. */
const key = sql`iif(${kind} = 'debtCollection', ${takenInBy(id)}, ${total})`

function whichOf(base: Base, filters: ReadonlySet<Filter>): SQL | undefined {
  const wanted =
    base === 'ids'
      ? sql`${id} in (select value from json_each(${sql.placeholder('ids')}))`
      : base === 'customers'
        ? sql`${documents.customerId} in (select value from json_each(${sql.placeholder('customerIds')}))`
        : base === 'owing'
          ? sql`${documents.paymentState} in (select value from json_each(${sql.placeholder('states')}))`
          : undefined
  return and(wanted, ...conditions(documents, filters, 'desc'))
}

const statements = prepared((db: ReadDb) => {
  const listing = (base: Base, filters: ReadonlySet<Filter>, order: Order, paged: boolean) =>
    db
      .select({ ...row, key: sql<number>`${LISTED_KEY}` })
      .from(sortedAlong({ from: documents, id, key, where: [whichOf(base, filters)] }, { order, paged }))
      .innerJoin(documents, eq(id, LISTED_ID))
      .orderBy(asListed({ order }))
      .prepare()
  const counting = (base: Base, filters: ReadonlySet<Filter>) =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(
        sql`(select 1 from ${documents} where ${whichOf(base, filters) ?? sql`true`}
        limit ${sql.placeholder('most')})`,
      )
      .prepare()
  const lists = new Map<string, ReturnType<typeof listing>>()
  const counts = new Map<string, ReturnType<typeof counting>>()
  return {
    list: (base: Base, filters: ReadonlySet<Filter>, order: Order, paged: boolean) => {
      const name = [order, paged, base, ...filters].join(' ')
      const statement = lists.get(name) ?? listing(base, filters, order, paged)
      lists.set(name, statement)
      return statement
    },
    count: (base: Base, filters: ReadonlySet<Filter>) => {
      const name = [base, ...filters].join(' ')
      const statement = counts.get(name) ?? counting(base, filters)
      counts.set(name, statement)
      return statement
    },
  }
})

export const listingByTotal = (db: ReadDb) => statements(db).list

/** How many match, counted up to `most`. */
export function documentCount(
  db: ReadDb,
  { base = 'all', filters, values }: { base?: Base; filters: ReadonlySet<Filter>; values: object },
  most: number,
): number {
  return (
    statements(db)
      .count(base, filters)
      .get({ ...values, most })?.count ?? 0
  )
}
