import { shiftReportRows } from '../../../contract/papers/shift-report.ts'
import type { Id } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { queueReport } from '../printing/queue-commands.ts'
import { reportOfShift } from './report-queries.ts'

/** 交班单 on the receipt printer: nothing that its reader may not know, blind count included. */
export function printReport(ctx: CommandContext, { shiftId }: { readonly shiftId: Id }): Refs {
  const report = reportOfShift(ctx, { shiftId })
  return {
    shift: shiftId,
    ...queueReport(ctx, {
      paper: 'shiftReport',
      subject: report.shift.number,
      rows: (frame) => shiftReportRows(report, frame),
    }),
  }
}
