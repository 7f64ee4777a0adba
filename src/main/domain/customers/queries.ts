/** What other trades of the shop ask about customers. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { customers, customerSearch } from './tables.ts'
import { customerMatchOf } from './words.ts'

/** Who a document is made out to. */
export interface CustomerParty {
  readonly id: Id
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly creditLimit: Money | null
  readonly archived: boolean
}

const statements = prepared((db: ReadDb) => ({
  party: db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      address: customers.address,
      creditLimit: customers.creditLimit,
      archivedAt: customers.archivedAt,
    })
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare(),
  byCode: db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.code, sql.placeholder('code')), sql`${customers.code} <> ''`, isNull(customers.archivedAt)))
    .prepare(),
  like: db
    .select({ id: customerSearch.rowid })
    .from(customerSearch)
    .where(sql`${customerSearch} match ${sql.placeholder('match')}`)
    .orderBy(desc(customerSearch.rowid))
    .limit(sql.placeholder('limit'))
    .prepare(),
}))

/** An archived customer is found too: what was sold to them can still come back. */
export function partyOf(db: ReadDb, customerId: Id): CustomerParty | undefined {
  const row = statements(db).party.get({ id: customerId })
  if (!row) return undefined
  const { archivedAt, ...party } = row
  return { ...party, archived: archivedAt !== null }
}

export function customerIdByCode(db: ReadDb, code: string): Id | undefined {
  return statements(db).byCode.get({ code })?.id
}

/** The customers that may be meant, newest first: by code exactly, else by phone, name or initials. */
export function customerIdsLike(db: ReadDb, search: string, limit: number): readonly Id[] {
  const exact = customerIdByCode(db, search.trim())
  if (exact !== undefined) return [exact]
  const match = customerMatchOf(search)
  if (match === undefined) return []
  return statements(db)
    .like.all({ match, limit })
    .map(({ id }) => id)
}
