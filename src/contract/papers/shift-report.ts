/** 交班单 as rows, as far as the person who asked was told. */
import { decimalText } from '../decimals.ts'
import type { CashMove, ShiftReport } from '../drawer.ts'
import {
  reportMoney,
  section,
  signatures,
  takingsRows,
  whoAndWhen,
  type ReportFrame,
  type ReportLine,
} from './report.ts'
import { fact, shopName, title, type PaperRow } from './rows.ts'

export function shiftReportRows(report: ShiftReport, frame: ReportFrame): PaperRow[] {
  const { shift, takings, sensitive, parked } = report
  const { words, shop } = frame
  const money = reportMoney(frame)
  return [
    shopName(shop.name),
    title(words.title.shiftReport),
    ...fact(words.shift.number, shift.number),
    ...fact(words.shift.openedBy, whoAndWhen(frame, shift.openedBy, shift.openedAt)),
    ...(shift.closedAt === null
      ? []
      : fact(words.shift.closedBy, whoAndWhen(frame, shift.closedBy ?? '', shift.closedAt))),
    ...(takings ? takingsRows(takings, frame) : []),
    ...section(words.report.cash, cashLines(report, frame)),
    ...section(words.report.notes, noteLines(report, frame)),
    ...section(
      words.report.sensitive,
      sensitive.map(({ kind, staffName, count, amount }) => ({
        name: `${words.sensitiveKind[kind]} ${staffName}`,
        count,
        figure: amount === 0 ? '' : money(amount),
      })),
    ),
    ...section(
      words.report.stillOpen,
      parked.count === 0 ? [] : [{ name: words.report.parked, count: parked.count, figure: money(parked.amount) }],
    ),
    ...signatures(words.report.signedBy, words.report.receivedBy),
  ]
}

/** From the float to what is left: the way that the money went. */
function cashLines({ shift }: ShiftReport, frame: ReportFrame): ReportLine[] {
  const { shift: words, report } = frame.words
  const money = reportMoney(frame)
  const { expected, counted, difference, dropped, floatLeft } = shift
  const sum = (name: string, amount: number | null | undefined, bold = false): ReportLine[] =>
    amount === null || amount === undefined ? [] : [{ name, figure: money(amount), bold }]
  const moved = (kind: CashMove): ReportLine[] => {
    const rows = shift.cashMovements.filter((row) => row.kind === kind)
    const amount = rows.reduce((total, row) => total + row.amount, 0)
    return rows.length === 0 ? [] : [{ name: words[kind], count: rows.length, figure: money(amount) }]
  }
  const movedInAll = shift.cashMovements.reduce((total, row) => total + row.amount, 0)
  const finding =
    difference === undefined || difference === 0 ? 'difference' : difference > 0 ? 'cashOver' : 'cashShort'
  return [
    ...sum(words.float, shift.float),
    ...moved('payIn'),
    ...moved('payOut'),
    ...moved('cashDrop'),
    ...sum(report.cashTaken, expected === undefined ? null : expected - shift.float - movedInAll),
    ...sum(words.expected, expected),
    ...sum(words.counted, counted, true),
    ...sum(words[finding], difference, true),
    ...(shift.reason === '' ? [] : [{ name: words.differenceReason, figure: shift.reason }]),
    ...sum(report.droppedAtClose, dropped === 0 ? null : dropped),
    ...sum(words.left, floatLeft),
  ]
}

/** The notes and coins of the last count, the largest first. */
function noteLines({ shift }: ShiftReport, frame: ReportFrame): ReportLine[] {
  if (shift.counted === null) return []
  const notes = shift.counts.at(-1)?.denominations.filter(({ count }) => count > 0) ?? []
  return notes
    .toSorted((a, b) => b.value - a.value)
    .map(({ value, count }) => ({
      name: decimalText(value, frame.shop.currencyDecimals, 0),
      count,
      figure: reportMoney(frame)(value * count),
    }))
}
