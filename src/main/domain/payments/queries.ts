import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { PaymentTender } from '../../../contract/documents.ts'
import type { Id, Money, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, NO_BOUND } from '../../database/newest.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { accountEntries, cashMovements, customerAccounts, payments, shifts } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  owed: db
    .select({ owed: customerAccounts.owed })
    .from(customerAccounts)
    .where(eq(customerAccounts.customerId, sql.placeholder('customerId')))
    .prepare(),
  owedByMany: db.select().from(customerAccounts).where(isAnyOf(customerAccounts.customerId, 'customerIds')).prepare(),
  openShift: db.select({ id: shifts.id }).from(shifts).where(isNull(shifts.closedAt)).limit(1).prepare(),
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
  shift: db
    .select()
    .from(shifts)
    .where(eq(shifts.id, sql.placeholder('id')))
    .prepare(),
  shifts: db
    .select()
    .from(shifts)
    .where(lt(shifts.id, BEFORE))
    .orderBy(desc(shifts.id))
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
  cashMovements: db
    .select()
    .from(cashMovements)
    .where(eq(cashMovements.shiftId, sql.placeholder('shiftId')))
    .orderBy(cashMovements.id)
    .prepare(),
  cashPaid: db
    .select({ amount: sql<Money>`coalesce(sum(${payments.amount}), 0)` })
    .from(payments)
    .where(and(eq(payments.shiftId, sql.placeholder('shiftId')), eq(payments.tender, 'cash')))
    .prepare(),
  cashMoved: db
    .select({ amount: sql<Money>`coalesce(sum(${cashMovements.amount}), 0)` })
    .from(cashMovements)
    .where(eq(cashMovements.shiftId, sql.placeholder('shiftId')))
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

export function openShiftId(db: ReadDb): Id | null {
  return statements(db).openShift.get()?.id ?? null
}

/** Whether a document was made in the shift that is open now; what was never paid belongs to it by its time. */
export function isOfOpenShift(db: ReadDb, { id, recordedAt }: { readonly id: Id; readonly recordedAt: Time }): boolean {
  const open = openShiftId(db)
  if (open === null) return false
  const paidIn = statements(db).shiftOf.get({ documentId: id })
  return paidIn ? paidIn.shiftId === open : recordedAt >= (shiftById(db, open)?.openedAt ?? Infinity)
}

export type ShiftRow = typeof shifts.$inferSelect

export function shiftById(db: ReadDb, id: Id): ShiftRow | undefined {
  return statements(db).shift.get({ id })
}

export function shiftsBefore(db: ReadDb, before: number | null, limit: number): readonly ShiftRow[] {
  return statements(db).shifts.all({ before: before ?? NO_BOUND, limit })
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

export function cashMovementsOf(db: ReadDb, shiftId: Id) {
  return statements(db).cashMovements.all({ shiftId })
}

/** The cash that a shift's drawer should hold: its float, what cash payments brought, what was paid in and out. */
export function expectedCash(db: ReadDb, shift: Pick<ShiftRow, 'id' | 'float'>): Money {
  const paid = statements(db).cashPaid.get({ shiftId: shift.id })
  const moved = statements(db).cashMoved.get({ shiftId: shift.id })
  return (shift.float + (paid?.amount ?? 0) + (moved?.amount ?? 0)) as Money
}
