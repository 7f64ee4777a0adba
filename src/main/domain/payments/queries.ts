import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { PaymentTender } from '../../../contract/documents.ts'
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
  /** All payments of the documents that took something off an account. */
  ofCredits: db
    .select({ documentId: payments.documentId, tender: payments.tender, amount: payments.amount })
    .from(payments)
    .where(
      sql`${payments.documentId} in (
        select credit.document_id from payments as credit
        where credit.shift_id = ${sql.placeholder('shiftId')} and credit.tender = 'onAccount' and credit.amount < 0)`,
    )
    .prepare(),
  entries: db
    .select()
    .from(accountEntries)
    .where(and(eq(accountEntries.customerId, sql.placeholder('customerId')), lt(accountEntries.id, BEFORE)))
    .orderBy(desc(accountEntries.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
  tenders: db
    .select({
      tender: payments.tender,
      count: sql<number>`count(*)`,
      amount: sql<Money>`sum(${payments.amount})`,
    })
    .from(payments)
    .where(eq(payments.shiftId, sql.placeholder('shiftId')))
    .groupBy(payments.tender)
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

export interface TenderSum {
  readonly tender: PaymentTender
  readonly count: number
  readonly amount: Money
}

/** What each tender came to in a shift by sales and returns; refunds count against it. Debts collected stand apart. */
export function tendersOf(db: ReadDb, shiftId: Id): { tenders: TenderSum[]; collected: TenderSum[] } {
  const apart = collectedIn(db, shiftId)
  const tenders = statements(db)
    .tenders.all({ shiftId })
    .map(({ tender, count, amount }) => {
      const collected = apart.get(tender)
      return {
        tender,
        count: count - (collected?.count ?? 0),
        amount: (amount - (collected?.amount ?? 0)) as Money,
      }
    })
  const collected = [...apart.values()].filter(({ tender }) => tender !== 'onAccount')
  return { tenders: tenders.filter(({ count }) => count > 0), collected }
}

/** A collection takes off the account just what it takes in, so that its payments come to nothing. */
function collectedIn(db: ReadDb, shiftId: Id): ReadonlyMap<PaymentTender, TenderSum> {
  const rows = statements(db).ofCredits.all({ shiftId })
  const totals = new Map<Id, { all: number; owed: number }>()
  for (const { documentId, tender, amount } of rows) {
    const { all, owed } = totals.get(documentId) ?? { all: 0, owed: 0 }
    totals.set(documentId, { all: all + amount, owed: owed + (tender === 'onAccount' ? amount : 0) })
  }
  const sums = new Map<PaymentTender, TenderSum>()
  for (const { documentId, tender, amount } of rows) {
    const total = totals.get(documentId)
    if (!total || total.all !== 0 || total.owed >= 0) continue
    const before = sums.get(tender)
    sums.set(tender, { tender, count: (before?.count ?? 0) + 1, amount: ((before?.amount ?? 0) + amount) as Money })
  }
  return sums
}

/** What cash payments brought into a shift's drawer; what was given back counts against it. */
export function cashPaidIn(db: ReadDb, shiftId: Id): Money {
  return statements(db).cashPaid.get({ shiftId })?.amount ?? (0 as Money)
}
