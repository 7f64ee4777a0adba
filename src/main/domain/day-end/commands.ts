import type { Time } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import { headOfChain } from '../audit/commands.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { openShift } from '../drawer/queries.ts'
import { refuse } from '../errors.ts'
import { leftOpen } from './queries.ts'
import { dayEnds } from './tables.ts'

const insertDayEnd = insertInto(dayEnds)

/**
 * Somebody says that the day is done. Its cash must be counted; whatever else stands open is written down beside it. The
 * head of the audit chain is kept, so that a tail that is cut off later shows (DESIGN §7).
 */
export function endDay(ctx: CommandContext, lastSnapshotAt: Time | null): Refs {
  const open = openShift(ctx.db)
  if (open) refuse('SHIFT_STILL_OPEN', { number: open.number })
  const dayEnd = insertDayEnd(ctx.db, {
    ...headOfChain(ctx.db),
    businessDay: ctx.businessDay,
    leftOpen: leftOpen(ctx, lastSnapshotAt),
    staffId: actingStaff(ctx),
    recordedAt: ctx.now,
  })
  return { dayEnd }
}
