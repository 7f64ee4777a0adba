/** The list of customers: newest first, or sorted. */
import { desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { CustomerRow, CustomerSort, ListedCustomer } from '../../../contract/customers.ts'
import type { Order } from '../../../contract/paging.ts'
import { ZERO, type Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, idsIn, LISTED_ID, newest, NO_BOUND, type Sets } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { asListed, LISTED_KEY, sortedAlong, sortedFew, type Sorting } from '../../database/sorted.ts'
import type { ReadContext } from '../context.ts'
import { cursorId, pageFrom, sortCursor, sortCursorFrom } from '../cursor.ts'
import { customersOwing, owedOf } from '../payments/queries-owing.ts'
import { owedBy } from '../payments/queries.ts'
import { maskedPhone } from '../masking.ts'
import { particularsOf } from './particulars.ts'
import { customerIdByCode } from './queries.ts'
import { customers, customerSearch } from './tables.ts'
import { customerMatchOf } from './words.ts'

interface Filters {
  readonly owing: boolean
  /** Archived ones too. */
  readonly archived: boolean
}

export interface CustomerFilter extends Filters {
  readonly after?: string | undefined
  readonly limit: number
  readonly search: string
  readonly sort: CustomerSort
  readonly order: Order
  readonly withParticulars?: boolean
}

type Searched = 'all' | 'code' | 'words'
type Sort = Exclude<CustomerSort, 'newest'>

const everyone = sql`select ${customers.id} from ${customers} where ${customers.id} < ${BEFORE}`
const bases = {
  all: everyone,
  code: sql`${everyone} and ${customers.id} = ${sql.placeholder('id')}`,
  words: sql`select rowid as id from ${customerSearch}
    where ${customerSearch} match ${sql.placeholder('match')} and rowid < ${BEFORE}`,
}
const gone = sql`${everyone} and ${customers.archivedAt} is not null`

/** Of all customers those who owe are few, and come first. */
export function setsOf(base: Searched, { owing, archived }: Filters): Sets {
  const without = archived ? [] : [gone]
  if (!owing) return { base: bases[base], without }
  return base === 'all'
    ? { base: customersOwing(), without }
    : { base: bases[base], within: [customersOwing()], without }
}

/** By name along its index; by what is owed all of them are sorted, for they are few beside the documents. */
function sorted(base: Searched, sort: Sort, filters: Filters, sorting: Sorting): SQL {
  const keyed = { from: customers, id: customers.id, key: sort === 'name' ? customers.sortName : owedOf(customers.id) }
  return base === 'all' && !filters.owing
    ? sortedAlong({ ...keyed, where: [filters.archived ? undefined : isNull(customers.archivedAt)] }, sorting)
    : sortedFew({ ...keyed, ids: idsIn(setsOf(base, filters)) }, sorting)
}

const statements = prepared((db: ReadDb) => {
  const reading = (listed: SQL, key: SQL, order: SQL) =>
    db
      .select({
        id: customers.id,
        uid: customers.uid,
        code: customers.code,
        name: customers.name,
        phone: customers.phone,
        archivedAt: customers.archivedAt,
        key: sql<string | number>`${key}`,
      })
      .from(listed)
      .innerJoin(customers, eq(customers.id, LISTED_ID))
      .orderBy(order)
      .prepare()
  const kept = new Map<string, ReturnType<typeof reading>>()
  return {
    list: (base: Searched, filter: Pick<CustomerFilter, 'sort' | 'order' | 'owing' | 'archived'>, paged: boolean) => {
      const { sort, order, owing, archived } = filter
      const name = [base, sort, order, owing, archived, paged].join(' ')
      const statement =
        kept.get(name) ??
        (sort === 'newest'
          ? reading(newest(setsOf(base, filter)), LISTED_ID, desc(LISTED_ID))
          : reading(sorted(base, sort, filter, { order, paged }), LISTED_KEY, asListed({ order })))
      kept.set(name, statement)
      return statement
    },
  }
})

/** First says what was typed: a code exactly, or else a name, its initials or a phone. */
export function listCustomers(
  ctx: ReadContext,
  filter: CustomerFilter,
): { rows: ListedCustomer[]; next: string | null } {
  const typed = filter.search.trim()
  const id = customerIdByCode(ctx.db, typed)
  const match = customerMatchOf(typed)
  if (typed !== '' && id === undefined && match === undefined) return { rows: [], next: null }
  const base = typed === '' ? 'all' : id === undefined ? 'words' : 'code'
  const { sort, limit, after } = filter
  const cursor = sort === 'newest' ? null : sortCursorFrom(after, sort === 'owed')
  const before = sort === 'newest' ? (cursorId(after) ?? NO_BOUND) : NO_BOUND
  const rows = statements(ctx.db)
    .list(base, filter, cursor !== null)
    .all({ ...cursor, before, match, id, limit: limit + 1 })
  const ids = rows.map((row) => row.id)
  const owed = owedBy(ctx.db, ids)
  const particulars = filter.withParticulars ? particularsOf(ctx.db, ids) : undefined
  return pageFrom(
    rows,
    limit,
    (row) => (sort === 'newest' ? row.id : sortCursor(row.id, row.key)),
    ({ key: _, ...row }) => ({
      ...customerRow(row, owed.get(row.id)),
      ...(particulars && { particulars: particulars.get(row.id) }),
    }),
  )
}

type Listed = Pick<typeof customers.$inferSelect, 'id' | 'uid' | 'code' | 'name' | 'phone' | 'archivedAt'>

export function customerRow({ phone, archivedAt, id, uid, code, name }: Listed, owed: Money = ZERO): CustomerRow {
  return { id, uid, code, name, maskedPhone: maskedPhone(phone), owed, archived: archivedAt !== null }
}
