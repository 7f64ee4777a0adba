import type { ComposerTranslation } from 'vue-i18n'
import type { ShiftReport } from '../../contract/drawer.ts'
import { moneyText, timeText } from '../ui/formats.ts'
import { decimalText } from '../ui/numbers.ts'
import type { Strip, StripRow } from './strip.ts'
import { parkedSection, takingsSections } from './takingsSections.ts'

type Section = Strip['sections'][number]

/** 交班单, as far as this person was told. */
export function shiftStrip(report: ShiftReport, decimals: number, t: ComposerTranslation): Strip {
  const { shift, takings, sensitive, parked } = report
  const closed = shift.closedAt === null ? '' : `${shift.closedBy ?? ''} ${timeText(shift.closedAt, 'dateTime')}`
  return {
    title: t('print.title.shiftReport'),
    facts: [
      { name: t('shift.number'), value: shift.number },
      { name: t('shift.openedBy'), value: `${shift.openedBy} ${timeText(shift.openedAt, 'dateTime')}` },
      { name: t('shift.closedBy'), value: closed },
    ].filter(({ value }) => value !== ''),
    sections: [
      ...(takings ? takingsSections(takings, t) : []),
      cashSection(report, t),
      ...notesSection(report, decimals, t),
      ...(sensitive.length > 0 ? [{ title: t('sensitive.title'), rows: sensitiveRows(sensitive, t) }] : []),
      ...parkedSection(parked, t),
    ],
    signs: [t('report.signedBy'), t('report.receivedBy')],
  }
}

function cashSection({ shift }: ShiftReport, t: ComposerTranslation): Section {
  const { expected, counted, difference, dropped, floatLeft } = shift
  const sum = (name: string, amount: number | null | undefined, strong = false): StripRow[] =>
    amount === null || amount === undefined ? [] : [{ name, value: moneyText(amount), strong }]
  const moved = (kind: (typeof shift.cashMovements)[number]['kind']): StripRow[] => {
    const rows = shift.cashMovements.filter((row) => row.kind === kind)
    const amount = rows.reduce((total, row) => total + row.amount, 0)
    return rows.length === 0 ? [] : [{ name: t(`shift.${kind}`), count: rows.length, value: moneyText(amount) }]
  }
  const movedInAll = shift.cashMovements.reduce((total, row) => total + row.amount, 0)
  const finding =
    difference === undefined || difference === 0 ? 'difference' : difference > 0 ? 'cashOver' : 'cashShort'
  return {
    title: t('report.cash'),
    rows: [
      ...sum(t('shift.float'), shift.float),
      ...moved('payIn'),
      ...moved('payOut'),
      ...moved('cashDrop'),
      ...sum(t('report.cashTaken'), expected === undefined ? null : expected - shift.float - movedInAll),
      ...sum(t('shift.expected'), expected),
      ...sum(t('shift.counted'), counted, true),
      ...sum(t(`shift.${finding}`), difference, true),
      ...(shift.reason === '' ? [] : [{ name: t('shift.differenceReason'), value: shift.reason }]),
      ...sum(t('report.droppedAtClose'), dropped === 0 ? null : dropped),
      ...sum(t('shift.left'), floatLeft),
    ],
  }
}

function notesSection({ shift }: ShiftReport, decimals: number, t: ComposerTranslation): Section[] {
  const notes = shift.counts.at(-1)?.denominations.filter(({ count }) => count > 0) ?? []
  if (notes.length === 0 || shift.counted === null) return []
  const rows = notes
    .toSorted((a, b) => b.value - a.value)
    .map(({ value, count }) => ({ name: decimalText(value, decimals, 0), count, value: moneyText(value * count) }))
  return [{ title: t('report.notes'), rows }]
}

const sensitiveRows = (rows: ShiftReport['sensitive'], t: ComposerTranslation): StripRow[] =>
  rows.map(({ kind, staffName, count, amount }) => ({
    name: `${t(`sensitiveKind.${kind}`)} ${staffName}`,
    count,
    value: amount === 0 ? '' : moneyText(amount),
  }))
