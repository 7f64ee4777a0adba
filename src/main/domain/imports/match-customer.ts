/** What a file's customer means for the shop. What the file leaves out stays. */
import type { CustomerInput } from '../../../contract/customers.ts'
import type { Id } from '../../../contract/values.ts'
import type { WantedCustomer } from '../../importing/plan.ts'
import type { ReadContext } from '../context.ts'
import type { OpeningBalance } from '../customers/opening-commands.ts'
import { knownCustomer, type KnownCustomer } from '../customers/queries-for-import.ts'
import { tierIdByName } from '../customers/queries-tiers.ts'
import { openingFor } from './customer-openings.ts'

export interface CustomerMatch {
  readonly outcome: 'created' | 'changed' | 'same'
  readonly customerId?: Id
  readonly create?: CustomerInput
  readonly change?: KnownCustomer
  /** What is to be booked for the customer. */
  readonly opening?: Omit<OpeningBalance, 'customerId'>
}

/** A tier that the shop does not have is left out: which price it pays, only the owner knows. */
export const isUnknownTier = ({ db }: ReadContext, { tier }: WantedCustomer): boolean =>
  tier !== null && tierIdByName(db, tier) === undefined

export function matchCustomer(ctx: ReadContext, wanted: WantedCustomer): CustomerMatch {
  const { code, name, phone, address, note, creditLimit, birthday } = wanted
  const known = knownCustomer(ctx.db, wanted)
  const opening = openingFor(ctx, wanted.opening, known?.customerId)
  const tierId = wanted.tier === null ? undefined : tierIdByName(ctx.db, wanted.tier)
  if (!known) {
    const told = { address: address ?? '', note: note ?? '', birthday: birthday ?? '' }
    return { outcome: 'created', create: { code, name, phone, ...told, creditLimit, tierId }, ...opening }
  }
  const { customerId } = known
  const change: KnownCustomer = {
    ...known,
    name,
    code: code || known.code,
    phone: phone || known.phone,
    address: address ?? known.address,
    note: note ?? known.note,
    creditLimit: creditLimit ?? known.creditLimit,
    tierId: tierId ?? known.tierId,
    birthday: birthday ?? known.birthday,
  }
  const isSame = JSON.stringify(change) === JSON.stringify(known)
  if (isSame && !opening) return { outcome: 'same' }
  return { outcome: 'changed', customerId, ...(!isSame && { change }), ...opening }
}
