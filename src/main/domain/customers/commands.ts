import { eq } from 'drizzle-orm'
import type { CustomerInput } from '../../../contract/customers.ts'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto } from '../../database/prepared.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { owedNow } from '../payments/queries.ts'
import { sortKeyOf } from '../words.ts'
import { customerIdByCode } from './queries.ts'
import { tierRecord } from './queries-tiers.ts'
import { customers, customerSearch } from './tables.ts'
import { customerRecord } from './view.ts'
import { customerWords } from './words.ts'

const insertCustomer = insertInto(customers)
const insertWords = insertInto(customerSearch)

/** A code is optional; where given it is unique among the customers in use. */
export function createCustomer(ctx: CommandContext, input: CustomerInput): Refs {
  const said = fields(input)
  mustBeFree(ctx.db, said.code)
  mustBeInUse(ctx.db, said.tierId)
  const id = insertCustomer(ctx.db, { ...said, uid: ctx.ids.uid(ctx.now), createdAt: ctx.now })
  insertWords(ctx.db, { rowid: id, words: customerWords(said) })
  return { customer: id }
}

/** What may stay as it is: one may edit a customer without having seen phone and address in full. */
type CustomerUpdate = Omit<CustomerInput, 'phone' | 'address'> & {
  readonly customerId: Id
  readonly phone?: string | undefined
  readonly address?: string | undefined
}

/** Documents keep the name and address that they were issued with. */
export function updateCustomer(ctx: CommandContext, { customerId, ...input }: CustomerUpdate): Refs {
  const before = customerRecord(ctx.db, customerId)
  const { id, archivedAt } = before
  const { phone = before.phone, address = before.address, tierId = before.tierId } = input
  const { birthday = before.birthday ?? '' } = input
  const said = fields({ ...input, phone, address, tierId, birthday })
  if (archivedAt === null) mustBeFree(ctx.db, said.code, id)
  if (said.tierId !== before.tierId) mustBeInUse(ctx.db, said.tierId)
  ctx.db.update(customers).set(said).where(eq(customers.id, id)).run()
  ctx.db.delete(customerSearch).where(eq(customerSearch.rowid, id)).run()
  insertWords(ctx.db, { rowid: id, words: customerWords(said) })
  return { customer: id }
}

/** Whoever owes, or is owed, stays in sight. Coming back, a customer needs their code to be free. */
export function archiveCustomer(
  ctx: CommandContext,
  { customerId, archived }: { readonly customerId: Id; readonly archived: boolean },
): Refs {
  const { id, code, archivedAt } = customerRecord(ctx.db, customerId)
  const owed = owedNow(ctx.db, id)
  if (archived && owed !== 0) refuse('CUSTOMER_HAS_DEBT', { owed })
  if (!archived) mustBeFree(ctx.db, code, id)
  const at = archived ? (archivedAt ?? ctx.now) : null
  ctx.db.update(customers).set({ archivedAt: at }).where(eq(customers.id, id)).run()
  return { customer: id }
}

/** Who looked at a phone and an address is recorded by this being a command. */
export function revealCustomer(ctx: CommandContext, { customerId }: { readonly customerId: Id }): Refs {
  return { customer: customerRecord(ctx.db, customerId).id }
}

/** Of a page of a file; each of them is named in the record. */
export function revealCustomers(ctx: CommandContext, { customerIds }: { readonly customerIds: readonly Id[] }): Refs {
  return { customers: customerIds.map((id) => customerRecord(ctx.db, id).id).join(' ') }
}

function fields({ code, name, phone, address, note, creditLimit, tierId = null, birthday }: CustomerInput) {
  const said = { code, name, phone, address, note, creditLimit, tierId, birthday: birthday || null }
  return { ...said, sortName: sortKeyOf(name) }
}

/** An archived tier is given to nobody any more. */
function mustBeInUse(db: WriteDb, tierId: Id | null): void {
  if (tierId !== null && tierRecord(db, tierId).archivedAt !== null) refuse('TIER_NOT_FOUND')
}

function mustBeFree(db: WriteDb, code: string, except?: Id): void {
  const holder = customerIdByCode(db, code)
  if (holder !== undefined && holder !== except) refuse('CODE_TAKEN', { code })
}
