/** One customer: what is known of them, and what makes up what they owe. */
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { accountEntry, CustomerView, InFull } from '../../../contract/customers.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Refs } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { documentNames } from '../documents/queries.ts'
import { refuse } from '../errors.ts'
import { balancesOf } from '../payments/balance-queries.ts'
import { accountEntriesOf, owedNow } from '../payments/queries.ts'
import { customerRow } from './list.ts'
import { maskedAddress } from '../masking.ts'
import { tierRecord } from './queries-tiers.ts'
import { customers } from './tables.ts'

const byId = prepared((db: ReadDb) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare(),
)

export type CustomerRecord = typeof customers.$inferSelect

export function customerRecord(db: ReadDb, customerId: Id): CustomerRecord {
  return byId(db).get({ id: customerId }) ?? refuse('CUSTOMER_NOT_FOUND')
}

export function getCustomer({ db }: ReadContext, { customerId }: { readonly customerId: Id }): CustomerView {
  const record = customerRecord(db, customerId)
  const { address, note, creditLimit, createdAt, tierId, birthday } = record
  const tierName = tierId === null ? '' : tierRecord(db, tierId).name
  const row = customerRow(record, owedNow(db, customerId))
  const held = balancesOf(db, customerId)
  const told = { note, creditLimit, createdAt, tierId, tierName, birthday: birthday ?? '' }
  return { ...row, ...held, maskedAddress: maskedAddress(address), ...told }
}

export function customerByRefs(ctx: ReadContext, { customer }: Refs): CustomerView {
  return getCustomer(ctx, { customerId: Number(customer) })
}

/** In full; only the command that records who looked may show it. */
export function revealedByRefs({ db }: ReadContext, { customer }: Refs): InFull {
  const { phone, address } = customerRecord(db, Number(customer))
  return { phone, address }
}

export function revealedManyByRefs(ctx: ReadContext, { customers: ids }: Refs): (InFull & { readonly id: Id })[] {
  return String(ids)
    .split(' ')
    .map((id) => ({ id: Number(id), ...revealedByRefs(ctx, { customer: Number(id) }) }))
}

interface AccountPage {
  readonly customerId: Id
  readonly after?: string | undefined
  readonly limit: number
}

export function customerAccount({ db }: ReadContext, { customerId, after, limit }: AccountPage) {
  customerRecord(db, customerId)
  const entries = accountEntriesOf(db, customerId, { before: cursorId(after), limit: limit + 1 })
  const papers = documentNames(
    db,
    entries.map(({ documentId }) => documentId),
  )
  return pageFrom(
    entries,
    limit,
    ({ id }) => id,
    ({ id, documentId, amount, owedAfter, recordedAt }): Entry => {
      const paper = papers.get(documentId)
      const names = { documentNumber: paper?.number ?? '', documentKind: paper?.kind ?? '' }
      return { id, documentId, ...names, amount, owedAfter, recordedAt }
    },
  )
}
type Entry = z.infer<typeof accountEntry>
