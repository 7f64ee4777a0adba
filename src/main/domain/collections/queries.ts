import type { OpenDebt } from '../../../contract/collections.ts'
import type { Id, Money } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { partyOf } from '../customers/queries.ts'
import { documentRecord } from '../documents/record-queries.ts'
import { refuse } from '../errors.ts'
import { debtsOf } from '../payments/debt-queries.ts'
import { collectable } from '../payments/debts-queries.ts'
import { owedNow } from '../payments/queries.ts'

/** What a customer still owes, document by document, the oldest first. */
export function openDebts(
  { db }: ReadContext,
  { customerId }: { readonly customerId: Id },
): { owed: Money; debts: OpenDebt[] } {
  if (!partyOf(db, customerId)) refuse('CUSTOMER_NOT_FOUND')
  const debts = collectable(debtsOf(db, customerId)).map(({ documentId, booked, open }) => {
    const { number, kind, businessDay } = documentRecord(db, documentId) ?? refuse('CUSTOMER_NOT_FOUND')
    return { documentId, number, kind, businessDay, total: booked, open }
  })
  return { owed: owedNow(db, customerId), debts }
}
