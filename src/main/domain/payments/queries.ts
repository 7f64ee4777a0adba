import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, NO_BOUND } from '../../database/newest.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { accountEntries, customerAccounts, payments } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  owed: db
    .select({ owed: customerAccounts.owed })
    .from(customerAccounts)
    .where(eq(customerAccounts.customerId, sql.placeholder('customerId')))
    .prepare(),
  owedByMany: db.select().from(customerAccounts).where(isAnyOf(customerAccounts.customerId, 'customerIds')).prepare(),
  ofDocument: db
    .select({
      id: payments.id,
      tender: payments.tender,
      amount: payments.amount,
      received: payments.received,
      change: payments.change,
      recordedAt: payments.recordedAt,
      staffId: payments.staffId,
    })
    .from(payments)
    .where(eq(payments.documentId, sql.placeholder('documentId')))
    .orderBy(payments.id)
    .prepare(),
  shiftOf: db
    .select({ shiftId: payments.shiftId })
    .from(payments)
    .where(eq(payments.documentId, sql.placeholder('documentId')))
    .orderBy(payments.id)
    .limit(1)
    .prepare(),
  entries: db
    .select()
    .from(accountEntries)
    .where(and(eq(accountEntries.customerId, sql.placeholder('customerId')), lt(accountEntries.id, BEFORE)))
    .orderBy(desc(accountEntries.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
  cashPaid: db
    .select({ amount: sql<Money>`coalesce(sum(${payments.amount}), 0)` })
    .from(payments)
    .where(and(eq(payments.shiftId, sql.placeholder('shiftId')), eq(payments.tender, 'cash')))
    .prepare(),
}))

/** What one customer owes; negative when the shop owes them. */
export function owedNow(db: ReadDb, customerId: Id): Money {
  return statements(db).owed.get({ customerId })?.owed ?? (0 as Money)
}

export function owedBy(db: ReadDb, customerIds: readonly Id[]): ReadonlyMap<Id, Money> {
  if (customerIds.length === 0) return new Map()
  const rows = statements(db).owedByMany.all({ customerIds: listOf(customerIds) })
  return new Map(rows.map(({ customerId, owed }) => [customerId, owed]))
}

export function accountEntriesOf(
  db: ReadDb,
  customerId: Id,
  { before, limit }: { readonly before: number | null; readonly limit: number },
) {
  return statements(db).entries.all({ customerId, before: before ?? NO_BOUND, limit })
}

export function paymentsOf(db: ReadDb, documentId: Id) {
  return statements(db).ofDocument.all({ documentId })
}

/** The shift that a document's first payment was taken in; undefined when nothing was paid. */
export function shiftOfPayments(db: ReadDb, documentId: Id): { readonly shiftId: Id | null } | undefined {
  return statements(db).shiftOf.get({ documentId })
}

/** What cash payments brought into a shift's drawer; what was given back counts against it. */
export function cashPaidIn(db: ReadDb, shiftId: Id): Money {
  return statements(db).cashPaid.get({ shiftId })?.amount ?? (0 as Money)
}
