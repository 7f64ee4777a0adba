import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { BEFORE } from '../../database/newest.ts'
import { customerAccounts, payments } from './tables.ts'

/** The customers whose account is not even, for lists. */
export function customersOwing(): SQL {
  const { customerId, owed } = customerAccounts
  return sql`select ${customerId} as id from ${customerAccounts} where ${owed} <> 0 and ${customerId} < ${BEFORE}`
}

/** What one customer owes, to sort by. */
export function owedOf(customer: SQLWrapper): SQL {
  const { customerId, owed } = customerAccounts
  return sql`coalesce((select ${owed} from ${customerAccounts} where ${customerId} = ${customer}), 0)`
}

/** What a collection took in, to sort by. */
export function takenInBy(document: SQLWrapper): SQL {
  const { documentId, amount, tender } = payments
  return sql`coalesce((select sum(${amount}) from ${payments}
    where ${documentId} = ${document} and ${tender} <> 'onAccount'), 0)`
}
