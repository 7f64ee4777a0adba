/** Customers as they are named in files: by code, else by phone, else by name alone. */
import { asc, eq, isNull, and, sql } from 'drizzle-orm'
import type { CustomerInput } from '../../../contract/customers.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { customerIdByCode, customerIdsLike } from './queries.ts'
import { customers } from './tables.ts'
import { customerRecord } from './view.ts'
import { samePhone } from './words.ts'

const byName = prepared((db: ReadDb) =>
  db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.name, sql.placeholder('name')), isNull(customers.archivedAt)))
    .orderBy(asc(customers.id))
    .limit(1)
    .prepare(),
)

const MOST_ALIKE = 20

export type KnownCustomer = CustomerInput & { readonly customerId: Id }

type Named = Pick<CustomerInput, 'code' | 'name' | 'phone'>

export function knownCustomer(db: ReadDb, { code, name, phone }: Named): KnownCustomer | undefined {
  const found =
    (code === '' ? undefined : customerIdByCode(db, code)) ??
    (phone === '' ? undefined : idByPhone(db, phone)) ??
    (code === '' && phone === '' ? byName(db).get({ name })?.id : undefined)
  if (found === undefined) return undefined
  const { id, archivedAt: _, uid: __, createdAt: ___, ...known } = customerRecord(db, found)
  return { ...known, birthday: known.birthday ?? '', customerId: id }
}

/** However it was spaced. */
function idByPhone(db: ReadDb, phone: string): Id | undefined {
  return customerIdsLike(db, phone, MOST_ALIKE).findLast((id) => {
    const record = customerRecord(db, id)
    return record.archivedAt === null && samePhone(record.phone, phone)
  })
}
