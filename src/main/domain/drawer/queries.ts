import { desc, eq, isNull, sql } from 'drizzle-orm'
import type { BusinessDay, Id, Money, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { cashPaidIn, shiftOfPayments } from '../payments/queries.ts'
import { cashMovements, drawerCounts, shifts } from './tables.ts'

const ofShift = { shiftId: sql.placeholder('shiftId') }
const statements = prepared((db: ReadDb) => ({
  open: db
    .select({ id: shifts.id, number: shifts.number, businessDay: shifts.businessDay, openedAt: shifts.openedAt })
    .from(shifts)
    .where(isNull(shifts.closedAt))
    .limit(1)
    .prepare(),
  shift: db
    .select()
    .from(shifts)
    .where(eq(shifts.id, sql.placeholder('id')))
    .prepare(),
  last: db.select().from(shifts).orderBy(desc(shifts.id)).limit(1).prepare(),
  ofDay: db
    .select()
    .from(shifts)
    .where(eq(shifts.businessDay, sql.placeholder('businessDay')))
    .prepare(),
  counts: db
    .select()
    .from(drawerCounts)
    .where(eq(drawerCounts.shiftId, ofShift.shiftId))
    .orderBy(drawerCounts.id)
    .prepare(),
  movements: db
    .select()
    .from(cashMovements)
    .where(eq(cashMovements.shiftId, ofShift.shiftId))
    .orderBy(cashMovements.id)
    .prepare(),
  moved: db
    .select({ amount: sql<Money>`coalesce(sum(${cashMovements.amount}), 0)` })
    .from(cashMovements)
    .where(eq(cashMovements.shiftId, ofShift.shiftId))
    .prepare(),
}))

export type ShiftRow = typeof shifts.$inferSelect
type OpenShift = Pick<ShiftRow, 'id' | 'number' | 'businessDay' | 'openedAt'>

export function openShift(db: ReadDb): OpenShift | undefined {
  return statements(db).open.get()
}

export function openShiftId(db: ReadDb): Id | null {
  return openShift(db)?.id ?? null
}

/** Whether a document was made in the shift that is open now; what was never paid belongs to it by its time. */
export function isOfOpenShift(db: ReadDb, { id, recordedAt }: { readonly id: Id; readonly recordedAt: Time }): boolean {
  const open = openShift(db)
  if (!open) return false
  const paidIn = shiftOfPayments(db, id)
  return paidIn ? paidIn.shiftId === open.id : recordedAt >= open.openedAt
}

/** A shop that trades through the night is not stopped at the hour when the day changes. */
const STILL_RUNNING = 12 * 60 * 60 * 1000

/** A shift of an earlier business day that nobody closed; one that was opened late is still running. */
export function isForgotten(
  { businessDay, now }: Pick<ReadContext, 'businessDay' | 'now'>,
  shift: Pick<ShiftRow, 'businessDay' | 'openedAt'>,
): boolean {
  return shift.businessDay < businessDay && now - shift.openedAt > STILL_RUNNING
}

/** The shift that money is booked into, or null; yesterday's is counted and closed first (decision 0021). */
export function shiftForMoney(ctx: ReadContext): Id | null {
  const shift = openShift(ctx.db)
  if (!shift) return null
  if (isForgotten(ctx, shift)) refuse('SHIFT_OF_YESTERDAY', { number: shift.number, businessDay: shift.businessDay })
  return shift.id
}

export function shiftById(db: ReadDb, id: Id): ShiftRow | undefined {
  return statements(db).shift.get({ id })
}

export function lastShift(db: ReadDb): ShiftRow | undefined {
  return statements(db).last.get()
}

export function shiftsOfDay(db: ReadDb, businessDay: BusinessDay): readonly ShiftRow[] {
  return statements(db).ofDay.all({ businessDay })
}

/** Every count of a shift, the last one last. */
export function countsOf(db: ReadDb, shiftId: Id) {
  return statements(db).counts.all({ shiftId })
}

export function cashMovementsOf(db: ReadDb, shiftId: Id) {
  return statements(db).movements.all({ shiftId })
}

/** The cash that a shift's drawer should hold: its float, what cash payments brought, what was put in and taken out. */
export function expectedCash(db: ReadDb, shift: Pick<ShiftRow, 'id' | 'float'>): Money {
  const moved = statements(db).moved.get({ shiftId: shift.id })
  return (shift.float + cashPaidIn(db, shift.id) + (moved?.amount ?? 0)) as Money
}

export type CountRow = ReturnType<typeof countsOf>[number]

/** The last count, while the drawer should still hold what it should have held then; after more cash it is counted anew. */
export function standingCount(counts: readonly CountRow[], expected: Money): CountRow | undefined {
  const last = counts.at(-1)
  return last?.expected === expected ? last : undefined
}
