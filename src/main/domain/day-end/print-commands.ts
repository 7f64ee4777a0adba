import { dayEndRows } from '../../../contract/papers/day-end.ts'
import type { Time } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { queueReport } from '../printing/queue-commands.ts'
import { dayEnd } from './queries.ts'

/** 日结 of today on the receipt printer, as it stands now. */
export function printDayEnd(ctx: CommandContext, lastSnapshotAt: Time | null): Refs {
  const day = dayEnd(ctx, lastSnapshotAt)
  return queueReport(ctx, { paper: 'dayEnd', subject: day.businessDay, rows: (frame) => dayEndRows(day, frame) })
}
