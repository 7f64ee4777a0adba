import { sql, type SQL } from 'drizzle-orm'
import { BEFORE } from '../../database/newest.ts'
import { customerAccounts } from './tables.ts'

/** The customers whose account is not even, for lists. */
export function customersOwing(): SQL {
  const { customerId, owed } = customerAccounts
  return sql`select ${customerId} from ${customerAccounts} where ${owed} <> 0 and ${customerId} < ${BEFORE}`
}
