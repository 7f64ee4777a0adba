/** What a file of customers says of each beyond the list: what a person who sees customers may open one by one. */
import { eq } from 'drizzle-orm'
import type { CustomerParticulars } from '../../../contract/customers.ts'
import { ZERO, type Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { maskedAddress } from '../masking.ts'
import { balancesBy } from '../payments/balance-queries.ts'
import { customers, customerTiers } from './tables.ts'

const statement = prepared((db: ReadDb) =>
  db
    .select({
      id: customers.id,
      address: customers.address,
      note: customers.note,
      creditLimit: customers.creditLimit,
      birthday: customers.birthday,
      tierName: customerTiers.name,
    })
    .from(customers)
    .leftJoin(customerTiers, eq(customerTiers.id, customers.tierId))
    .where(isAnyOf(customers.id, 'ids'))
    .prepare(),
)

export function particularsOf(db: ReadDb, ids: readonly Id[]): ReadonlyMap<Id, CustomerParticulars> {
  const held = balancesBy(db, ids)
  return new Map(
    statement(db)
      .all({ ids: listOf(ids) })
      .map(({ id, address, birthday, tierName, ...told }) => [
        id,
        {
          ...told,
          maskedAddress: maskedAddress(address),
          birthday: birthday ?? '',
          tierName: tierName ?? '',
          storedValue: held.get(id)?.storedValue ?? ZERO,
          points: held.get(id)?.points ?? 0,
        },
      ]),
  )
}
