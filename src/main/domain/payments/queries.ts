import { and, desc, eq, inArray, isNull, lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Tender } from '../../../contract/documents.ts'
import type { Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { accountEntries, cashMovements, customerAccounts, payments, shifts } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  owed: db
    .select({ owed: customerAccounts.owed })
    .from(customerAccounts)
    .where(eq(customerAccounts.customerId, sql.placeholder('customerId')))
    .prepare(),
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
}))

/** What one customer owes; negative when the shop owes them. */
export function owedNow(db: ReadDb, customerId: Id): Money {
  return statements(db).owed.get({ customerId })?.owed ?? (0 as Money)
}

export function owedBy(db: ReadDb, customerIds: readonly Id[]): ReadonlyMap<Id, Money> {
  if (customerIds.length === 0) return new Map()
  const rows = db
    .select()
    .from(customerAccounts)
    .where(inArray(customerAccounts.customerId, [...customerIds]))
    .all()
  return new Map(rows.map(({ customerId, owed }) => [customerId, owed]))
}

/** A condition: this customer's account is not even. */
export function owing(customerId: SQLWrapper): SQL {
  return sql`exists (select 1 from ${customerAccounts}
    where ${customerAccounts.customerId} = ${customerId} and ${customerAccounts.owed} <> 0)`
}

export function accountEntriesOf(
  db: ReadDb,
  customerId: Id,
  { before, limit }: { readonly before: number | null; readonly limit: number },
) {
  return db
    .select()
    .from(accountEntries)
    .where(and(eq(accountEntries.customerId, customerId), before === null ? undefined : lt(accountEntries.id, before)))
    .orderBy(desc(accountEntries.id))
    .limit(limit)
    .all()
}

export function paymentsOf(db: ReadDb, documentId: Id) {
  return statements(db).ofDocument.all({ documentId })
}

export function openShiftId(db: ReadDb): Id | null {
  return statements(db).openShift.get()?.id ?? null
}

export type ShiftRow = typeof shifts.$inferSelect

export function shiftById(db: ReadDb, id: Id): ShiftRow | undefined {
  return db.select().from(shifts).where(eq(shifts.id, id)).get()
}

export function shiftsBefore(db: ReadDb, before: number | null, limit: number): readonly ShiftRow[] {
  return db
    .select()
    .from(shifts)
    .where(before === null ? undefined : lt(shifts.id, before))
    .orderBy(desc(shifts.id))
    .limit(limit)
    .all()
}

/** What each tender came to in a shift; refunds count against it. */
export function tendersOf(db: ReadDb, shiftId: Id): { tender: Tender; count: number; amount: Money }[] {
  return db
    .select({
      tender: payments.tender,
      count: sql<number>`count(*)`,
      amount: sql<Money>`sum(${payments.amount})`,
    })
    .from(payments)
    .where(eq(payments.shiftId, shiftId))
    .groupBy(payments.tender)
    .all()
}

export function cashMovementsOf(db: ReadDb, shiftId: Id) {
  return db.select().from(cashMovements).where(eq(cashMovements.shiftId, shiftId)).orderBy(cashMovements.id).all()
}

/** The cash that a shift's drawer should hold: its float, what cash payments brought, what was paid in and out. */
export function expectedCash(db: ReadDb, shift: Pick<ShiftRow, 'id' | 'float'>): Money {
  const paid = db
    .select({ amount: sql<Money>`coalesce(sum(${payments.amount}), 0)` })
    .from(payments)
    .where(and(eq(payments.shiftId, shift.id), eq(payments.tender, 'cash')))
    .get()
  const moved = db
    .select({ amount: sql<Money>`coalesce(sum(${cashMovements.amount}), 0)` })
    .from(cashMovements)
    .where(eq(cashMovements.shiftId, shift.id))
    .get()
  return (shift.float + (paid?.amount ?? 0) + (moved?.amount ?? 0)) as Money
}
