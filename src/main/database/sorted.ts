/**
 * Lists that are sorted by something else than age, as the table `listed(id, key)`. Where most rows match, an index yields
 * them in order and what does not match is passed over; where few match, those few are sorted. Which it is, a list must
 * know: the wrong one of the two reads all rows (measured at 50,000 products: 30 ms and more).
 */
import { and, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Order } from '../../contract/paging.ts'
import { LISTED_ID } from './newest.ts'

export interface Sorting {
  readonly order: Order
  /** Whether `afterKey` and `afterId` say where the page starts. */
  readonly paged: boolean
}

interface Keyed {
  readonly from: SQLWrapper
  readonly id: SQLWrapper
  readonly key: SQLWrapper
}

const LIMIT = sql.placeholder('limit')
export const LISTED_KEY = sql<string | number>`listed.key`

/** By an index over the key and the id that ends with what the conditions ask about; without one, all that they leave is sorted. */
export function sortedAlong(
  { from, id, key, where }: Keyed & { readonly where: readonly (SQL | undefined)[] },
  sorting: Sorting,
): SQL {
  return sql`(${walked({ from, id, key, where }, sorting)}) as listed`
}

/** The same without its name, to be merged with another. */
export function walked(
  { from, id, key, where }: Keyed & { readonly where: readonly (SQL | undefined)[] },
  sorting: Sorting,
): SQL {
  return sql`select ${id} as id, ${key} as key from ${from}
    ${whereAll([...where, beyond(key, id, sorting)])} ${inOrder(key, id, sorting)} limit ${LIMIT}`
}

/** @param ids a set as `idsIn` gives it */
export function sortedFew({ from, id, key, ids }: Keyed & { readonly ids: SQL }, sorting: Sorting): SQL {
  return sql`(select * from (select ${id} as id, ${key} as key from (${ids}) as few cross join ${from} on ${id} = few.id)
    ${whereAll([beyond(sql`key`, sql`id`, sorting)])} ${inOrder(sql`key`, sql`id`, sorting)} limit ${LIMIT}) as listed`
}

/** What of two ordered parts comes first. */
export function merged(parts: readonly SQL[], sorting: Sorting): SQL {
  const all = sql.join(
    parts.map((part) => sql`select * from (${part})`),
    sql` union all `,
  )
  return sql`(select * from (${all}) ${inOrder(sql`key`, sql`id`, sorting)} limit ${LIMIT}) as listed`
}

/** What the rows joined to `listed` are ordered by. */
export const asListed = (sorting: Pick<Sorting, 'order'>): SQL => ordered(LISTED_KEY, LISTED_ID, sorting)

const inOrder = (key: SQLWrapper, id: SQLWrapper, sorting: Sorting): SQL => sql`order by ${ordered(key, id, sorting)}`

/** Among equals the ids go the same way, so that one index serves both directions. */
function ordered(key: SQLWrapper, id: SQLWrapper, { order }: Pick<Sorting, 'order'>): SQL {
  return order === 'asc' ? sql`${key}, ${id}` : sql`${key} desc, ${id} desc`
}

function beyond(key: SQLWrapper, id: SQLWrapper, { order, paged }: Sorting): SQL | undefined {
  if (!paged) return undefined
  const after = sql`(${sql.placeholder('afterKey')}, ${sql.placeholder('afterId')})`
  return order === 'asc' ? sql`(${key}, ${id}) > ${after}` : sql`(${key}, ${id}) < ${after}`
}

function whereAll(conditions: readonly (SQL | undefined)[]): SQL {
  const all = and(...conditions)
  return all ? sql`where ${all}` : sql``
}
