/** The list of customers, newest first. */
import { desc, eq, sql } from 'drizzle-orm'
import type { CustomerRow } from '../../../contract/customers.ts'
import { ZERO, type Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, LISTED_ID, newest, NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { customersOwing } from '../payments/queries-owing.ts'
import { owedBy } from '../payments/queries.ts'
import { maskedPhone } from '../masking.ts'
import { customerIdByCode } from './queries.ts'
import { customers, customerSearch } from './tables.ts'
import { customerMatchOf } from './words.ts'

export interface CustomerFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly search: string
  readonly owing: boolean
  /** Archived ones too. */
  readonly archived: boolean
}

type Searched = 'all' | 'code' | 'words'

const everyone = sql`select ${customers.id} from ${customers} where ${customers.id} < ${BEFORE}`
const bases = {
  all: everyone,
  code: sql`${everyone} and ${customers.id} = ${sql.placeholder('id')}`,
  words: sql`select rowid as id from ${customerSearch}
    where ${customerSearch} match ${sql.placeholder('match')} and rowid < ${BEFORE}`,
}
const gone = sql`${everyone} and ${customers.archivedAt} is not null`

const statements = prepared((db: ReadDb) => {
  const listing = (base: Searched, owing: boolean, archived: boolean) =>
    db
      .select({
        id: customers.id,
        uid: customers.uid,
        code: customers.code,
        name: customers.name,
        phone: customers.phone,
        archivedAt: customers.archivedAt,
      })
      .from(newest({ base: bases[base], within: owing ? [customersOwing()] : [], without: archived ? [] : [gone] }))
      .innerJoin(customers, eq(customers.id, LISTED_ID))
      .orderBy(desc(customers.id))
      .prepare()
  const kept = new Map<string, ReturnType<typeof listing>>()
  return (base: Searched, { owing, archived }: CustomerFilter) => {
    const key = `${base} ${String(owing)} ${String(archived)}`
    const statement = kept.get(key) ?? listing(base, owing, archived)
    kept.set(key, statement)
    return statement
  }
})

/** First says what was typed: a code exactly, or else a name, its initials or a phone. */
export function listCustomers(ctx: ReadContext, filter: CustomerFilter): { rows: CustomerRow[]; next: string | null } {
  const typed = filter.search.trim()
  const id = customerIdByCode(ctx.db, typed)
  const match = customerMatchOf(typed)
  if (typed !== '' && id === undefined && match === undefined) return { rows: [], next: null }
  const base = typed === '' ? 'all' : id === undefined ? 'words' : 'code'
  const bounds = { before: cursorId(filter.after) ?? NO_BOUND, limit: filter.limit + 1 }
  const rows = statements(ctx.db)(base, filter).all({ ...bounds, match, id })
  const owed = owedBy(
    ctx.db,
    rows.map((row) => row.id),
  )
  return pageFrom(
    rows,
    filter.limit,
    (row) => row.id,
    (row) => customerRow(row, owed.get(row.id)),
  )
}

type Listed = Pick<typeof customers.$inferSelect, 'id' | 'uid' | 'code' | 'name' | 'phone' | 'archivedAt'>

export function customerRow({ phone, archivedAt, id, uid, code, name }: Listed, owed: Money = ZERO): CustomerRow {
  return { id, uid, code, name, maskedPhone: maskedPhone(phone), owed, archived: archivedAt !== null }
}
