import type { ShiftReport } from '../../../contract/drawer.ts'
import type { Id } from '../../../contract/values.ts'
import { parkedSales } from '../baskets/queries.ts'
import { may, mustHave, type ReadContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { sensitiveOfShift } from '../sensitive/queries.ts'
import { shiftById, type ShiftRow } from './queries.ts'
import { takingsOfShift } from './takings-queries.ts'
import { seesExpected, shiftView } from './view-queries.ts'

/** 交班单. Its sums come with the count: before that they would tell what should be in the drawer. */
export function reportOfShift(ctx: ReadContext, { shiftId }: { readonly shiftId: Id }): ShiftReport {
  const row = shiftById(ctx.db, shiftId) ?? refuse('SHIFT_NOT_FOUND')
  if (!isOnesOwn(ctx, row)) mustHave(ctx, 'drawer.view')
  const shift = shiftView(ctx, row)
  return {
    shift,
    takings: seesExpected(ctx, shift.counted !== null) ? takingsOfShift(ctx.db, row) : null,
    sensitive: sensitiveOfShift(ctx.db, row.id),
    parked: parkedSales(ctx.db),
  }
}

/** Whoever works with the drawer sees the shift that is open, and those that they opened or closed. */
function isOnesOwn(ctx: ReadContext, { closedAt, openedBy, closedBy }: ShiftRow): boolean {
  const { staffId } = ctx.actor
  return may(ctx, 'drawer.use') && (closedAt === null || openedBy === staffId || closedBy === staffId)
}
