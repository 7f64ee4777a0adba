import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Tender } from '../../../contract/documents.ts'
import type { Id, Money } from '../../../contract/values.ts'
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

export type ShiftRow = typeof shifts.$inferSelect

export function shiftById(db: ReadDb, id: Id): ShiftRow | undefined {
  return statements(db).shift.get({ id })
}

export function shiftsBefore(db: ReadDb, before: number | null, limit: number): readonly ShiftRow[] {
  return statements(db).shifts.all({ before: before ?? NO_BOUND, limit })
}

/** What each tender came to in a shift; refunds count against it. */
export function tendersOf(db: ReadDb, shiftId: Id): { tender: Tender; count: number; amount: Money }[] {
  return statements(db).tenders.all({ shiftId })
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
