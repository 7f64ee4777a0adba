/** 日结 on one screen: what still stands open today, and whether somebody said that the day is done. */
import { desc, eq, sql } from 'drizzle-orm'
import type { DayEndView, LeftOpen } from '../../../contract/day-end.ts'
import { subtract, sum, ZERO, type Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { parkedSales } from '../baskets/queries.ts'
import type { ReadContext } from '../context.ts'
import { notHandedOver, owingOfDay } from '../documents/queries-takings.ts'
import { openShift, shiftById, shiftsOfDay } from '../drawer/queries.ts'
import { takingsOfDay } from '../drawer/takings-queries.ts'
import { seesExpected, shiftView } from '../drawer/view-queries.ts'
import { incompleteCount } from '../products/queries.ts'
import { staffNames } from '../staff/queries.ts'
import { negativeStockCount } from '../stock/queries-by-level.ts'
import { dayEnds } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  last: db
    .select()
    .from(dayEnds)
    .where(eq(dayEnds.businessDay, sql.placeholder('businessDay')))
    .orderBy(desc(dayEnds.id))
    .limit(1)
    .prepare(),
}))

/** @param lastSnapshotAt known to the host alone */
export function dayEnd(ctx: ReadContext, lastSnapshotAt: Time | null): DayEndView {
  const { db, businessDay } = ctx
  const open = openShift(db)
  const closed = shiftsOfDay(db, businessDay).filter(({ closedAt }) => closedAt !== null)
  const counted = sum(closed.map((shift) => shift.counted ?? ZERO))
  const expected = sum(closed.map((shift) => shift.expected ?? ZERO))
  return {
    businessDay,
    ...leftOpen(ctx, lastSnapshotAt),
    openShift: open ? { id: open.id, number: open.number, businessDay: open.businessDay } : null,
    shifts: {
      count: closed.length,
      counted,
      difference: subtract(counted, expected),
      dropped: sum(closed.map((shift) => shift.dropped ?? ZERO)),
    },
    takings: seesExpected(ctx, isCounted(ctx, open?.id)) ? takingsOfDay(db, businessDay) : null,
    done: lastEnd(ctx),
  }
}

export function leftOpen({ db, businessDay }: ReadContext, lastSnapshotAt: Time | null): LeftOpen {
  return {
    unpaid: owingOfDay(db, businessDay),
    unshipped: notHandedOver(db),
    negativeStock: negativeStockCount(db),
    incomplete: incompleteCount(db),
    parked: parkedSales(db),
    lastSnapshotAt,
  }
}

/** The day's sums would tell what should be in a drawer that is not counted yet. */
function isCounted(ctx: ReadContext, openId: number | undefined): boolean {
  const row = openId === undefined ? undefined : shiftById(ctx.db, openId)
  return row === undefined || shiftView(ctx, row).counted !== null
}

function lastEnd({ db, businessDay }: ReadContext): DayEndView['done'] {
  const row = statements(db).last.get({ businessDay })
  if (!row) return null
  const { recordedAt, staffId, seq, hash } = row
  return { recordedAt, seq, hash: hash.toString('hex'), staffName: staffNames(db, [staffId]).get(staffId) ?? '' }
}
