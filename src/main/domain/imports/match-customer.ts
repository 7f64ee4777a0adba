/** What a file's customer means for the shop. What the file leaves out stays. */
import type { CustomerInput } from '../../../contract/customers.ts'
import type { WantedCustomer } from '../../importing/plan.ts'
import type { ReadContext } from '../context.ts'
import { knownCustomer, type KnownCustomer } from '../customers/queries-for-import.ts'

export type CustomerMatch =
  | { readonly outcome: 'created'; readonly input: CustomerInput }
  | { readonly outcome: 'changed'; readonly input: KnownCustomer }
  | { readonly outcome: 'same' }

export function matchCustomer({ db }: ReadContext, wanted: WantedCustomer): CustomerMatch {
  const { code, name, phone, address, note, creditLimit } = wanted
  const known = knownCustomer(db, wanted)
  if (!known) {
    const input = { code, name, phone, address: address ?? '', note: note ?? '', creditLimit }
    return { outcome: 'created', input }
  }
  const input: KnownCustomer = {
    ...known,
    name,
    code: code || known.code,
    phone: phone || known.phone,
    address: address ?? known.address,
    note: note ?? known.note,
    creditLimit: creditLimit ?? known.creditLimit,
  }
  return JSON.stringify(input) === JSON.stringify(known) ? { outcome: 'same' } : { outcome: 'changed', input }
}
