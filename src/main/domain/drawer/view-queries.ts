/** A shift as screens show it. What the drawer should hold stays hidden until the count is committed (盲交). */
import type { ShiftView } from '../../../contract/drawer.ts'
import { subtract, type Money } from '../../../contract/values.ts'
import { may, type ReadContext, type Refs } from '../context.ts'
import { staffNames } from '../staff/queries.ts'
import {
  cashMovementsOf,
  countsOf,
  expectedCash,
  isForgotten,
  lastShift,
  openShiftId,
  shiftById,
  standingCount,
  type CountRow,
  type ShiftRow,
} from './queries.ts'

export function currentShift(ctx: ReadContext): ShiftView | null {
  const id = openShiftId(ctx.db)
  return id === null ? null : shiftByRefs(ctx, { shift: id })
}

export function shiftByRefs(ctx: ReadContext, { shift }: Refs): ShiftView {
  const row = shiftById(ctx.db, Number(shift))
  if (!row) throw new Error(`shift ${String(shift)} is missing`)
  return shiftView(ctx, row)
}

/** The cash that the last shift left behind for the next. */
export function cashLeft({ db }: ReadContext): { float: Money | null } {
  const last = lastShift(db)
  return { float: last ? leftOf(last) : null }
}

/** Whether this person may know what should be in the drawer: once it is counted, or where the shop does not count blind. */
export function seesExpected(ctx: ReadContext, isCounted: boolean): boolean {
  return isCounted || (may(ctx, 'drawer.view') && !ctx.shop.profile.blindCount)
}

export function shiftView(ctx: ReadContext, row: ShiftRow): ShiftView {
  const movements = cashMovementsOf(ctx.db, row.id)
  const counts = countsOf(ctx.db, row.id)
  const people = [
    row.openedBy,
    row.closedBy ?? row.openedBy,
    ...[...movements, ...counts].map(({ staffId }) => staffId),
  ]
  const names = staffNames(ctx.db, people)
  const nameOf = (id: number) => names.get(id) ?? ''
  const finding = findingOf(ctx, row, counts)
  return {
    id: row.id,
    number: row.number,
    state: row.closedAt !== null ? 'closed' : finding.counted !== null ? 'counted' : 'open',
    businessDay: row.businessDay,
    forgotten: row.closedAt === null && isForgotten(ctx, row),
    openedBy: nameOf(row.openedBy),
    openedAt: row.openedAt,
    closedBy: row.closedBy === null ? null : nameOf(row.closedBy),
    closedAt: row.closedAt,
    float: row.float,
    dropped: row.dropped,
    floatLeft: leftOf(row),
    reason: row.note,
    ...finding,
    counts: counts.map(({ counted, expected, denominations, recordedAt, staffId }) => ({
      counted,
      denominations: [...denominations],
      recordedAt,
      staffName: nameOf(staffId),
      ...(finding.counted === null ? {} : { difference: subtract(counted, expected) }),
    })),
    cashMovements: movements.map(({ id, kind, amount, reason, recordedAt, staffId }) => ({
      ...{ id, kind, amount, reason, recordedAt },
      staffName: nameOf(staffId),
    })),
  }
}

type Finding = Pick<ShiftView, 'counted' | 'expected' | 'difference'>

/** What was counted, and with it what should have been there; before that only what one may know anyway. */
function findingOf(ctx: ReadContext, row: ShiftRow, counts: readonly CountRow[]): Finding {
  const expected = row.expected ?? expectedCash(ctx.db, row)
  const counted = row.counted ?? standingCount(counts, expected)?.counted ?? null
  if (!seesExpected(ctx, counted !== null)) return { counted }
  return {
    counted,
    expected,
    ...(counted === null ? {} : { difference: subtract(counted, expected) }),
  }
}

function leftOf({ counted, dropped }: ShiftRow): Money | null {
  return counted === null ? null : subtract(counted, dropped ?? (0 as Money))
}
