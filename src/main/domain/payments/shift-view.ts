/** A shift as screens show it. What the drawer should hold stays hidden from whoever counts it blind. */
import type { ShiftView } from '../../../contract/drawer.ts'
import { subtract } from '../../../contract/values.ts'
import { may, type ReadContext, type Refs } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { staffNames } from '../staff/queries.ts'
import {
  cashMovementsOf,
  expectedCash,
  openShiftId,
  shiftById,
  shiftsBefore,
  tendersOf,
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

export function listShifts(
  ctx: ReadContext,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): { rows: ShiftView[]; next: string | null } {
  const rows = shiftsBefore(ctx.db, cursorId(after), limit + 1)
  return pageFrom(
    rows,
    limit,
    ({ id }) => id,
    (row) => shiftView(ctx, row),
  )
}

function shiftView(ctx: ReadContext, row: ShiftRow): ShiftView {
  const cash = cashMovementsOf(ctx.db, row.id)
  const names = staffNames(ctx.db, [row.openedBy, row.closedBy ?? row.openedBy, ...cash.map(({ staffId }) => staffId)])
  const nameOf = (id: number) => names.get(id) ?? ''
  const seesAll = may(ctx, 'drawer.view')
  const expected = row.expected ?? expectedCash(ctx.db, row)
  return {
    id: row.id,
    number: row.number,
    state: row.closedAt === null ? 'open' : 'closed',
    businessDay: row.businessDay,
    openedBy: nameOf(row.openedBy),
    openedAt: row.openedAt,
    closedBy: row.closedBy === null ? null : nameOf(row.closedBy),
    closedAt: row.closedAt,
    float: row.float,
    counted: row.counted,
    note: row.note,
    ...(seesAll || row.closedAt !== null ? { expected } : {}),
    ...(row.counted === null ? {} : { difference: subtract(row.counted, expected) }),
    ...(seesAll ? tendersOf(ctx.db, row.id) : {}),
    cashMovements: cash.map(({ id, kind, amount, reason, recordedAt, staffId }) => ({
      id,
      kind,
      amount,
      reason,
      recordedAt,
      staffName: nameOf(staffId),
    })),
  }
}
