/** 日结 as rows, with the head of the audit chain that the day was ended with. */
import type { DayEndView } from '../day-end.ts'
import { reportMoney, section, signatures, takingsRows, whoAndWhen, type ReportFrame } from './report.ts'
import { timeText } from '../paper.ts'
import { fact, shopName, title, type PaperRow } from './rows.ts'

/** Of the audit chain's head, as much as one would copy by hand. */
const SHOWN_OF_HASH = 16

export function dayEndRows(day: DayEndView, frame: ReportFrame): PaperRow[] {
  const { shifts, unpaid, unshipped, negativeStock, incomplete, parked, lastSnapshotAt, done, takings } = day
  const { report, dayEnd, shift, title: titles } = frame.words
  const money = reportMoney(frame)
  return [
    shopName(frame.shop.name),
    title(titles.dayEnd),
    ...fact(report.businessDay, day.businessDay),
    ...(done
      ? [
          ...fact(dayEnd.done, whoAndWhen(frame, done.staffName, done.recordedAt)),
          ...fact(report.chain, `${String(done.seq)} ${done.hash.slice(0, SHOWN_OF_HASH)}`),
        ]
      : []),
    ...(takings ? takingsRows(takings, frame) : []),
    ...section(report.cash, [
      { name: shift.counted, count: shifts.count, figure: money(shifts.counted) },
      { name: shift.difference, figure: money(shifts.difference), bold: true },
      { name: shift.cashDrop, figure: money(shifts.dropped) },
    ]),
    ...section(report.stillOpen, [
      { name: dayEnd.unpaid, count: unpaid.count, figure: money(unpaid.amount) },
      { name: dayEnd.unshipped, count: unshipped.count, figure: money(unshipped.amount) },
      { name: dayEnd.negativeStock, count: negativeStock, figure: '' },
      { name: dayEnd.incomplete, count: incomplete, figure: '' },
      ...(parked.count === 0 ? [] : [{ name: report.parked, count: parked.count, figure: money(parked.amount) }]),
      {
        name: dayEnd.snapshot,
        figure: lastSnapshotAt === null ? dayEnd.noSnapshot : timeText(lastSnapshotAt, frame.shop.timeZone),
      },
    ]),
    ...signatures(report.signedBy),
  ]
}
