import type { ComposerTranslation } from 'vue-i18n'
import type { DayEndView } from '../../contract/day-end.ts'
import { moneyText, timeText } from '../ui/formats.ts'
import type { Strip } from './strip.ts'
import { parkedSection, takingsSections } from './takingsSections.ts'

/** Of the audit chain's head, as much as one would copy by hand. */
const SHOWN_OF_HASH = 16

/** 日结, with the head of the audit chain that it was ended with. */
export function dayEndStrip(day: DayEndView, t: ComposerTranslation): Strip {
  const { shifts, unpaid, unshipped, negativeStock, incomplete, lastSnapshotAt, done, takings } = day
  const ended = done ? `${done.staffName} ${timeText(done.recordedAt, 'dateTime')}` : ''
  return {
    title: t('print.title.dayEnd'),
    facts: [
      { name: t('documents.businessDay'), value: day.businessDay },
      { name: t('dayEnd.done'), value: ended },
      { name: t('dayEnd.chain'), value: done ? `${done.seq} ${done.hash.slice(0, SHOWN_OF_HASH)}` : '' },
    ].filter(({ value }) => value !== ''),
    sections: [
      ...(takings ? takingsSections(takings, t) : []),
      {
        title: t('report.cash'),
        rows: [
          { name: t('shift.counted'), count: shifts.count, value: moneyText(shifts.counted) },
          { name: t('shift.difference'), value: moneyText(shifts.difference), strong: true },
          { name: t('shift.cashDrop'), value: moneyText(shifts.dropped) },
        ],
      },
      {
        title: t('report.stillOpen'),
        rows: [
          { name: t('dayEnd.unpaid'), count: unpaid.count, value: moneyText(unpaid.amount) },
          { name: t('dayEnd.unshipped'), count: unshipped.count, value: moneyText(unshipped.amount) },
          { name: t('dayEnd.negativeStock'), count: negativeStock, value: '' },
          { name: t('dayEnd.incomplete'), count: incomplete, value: '' },
          {
            name: t('dayEnd.snapshot'),
            value: lastSnapshotAt === null ? t('dayEnd.noSnapshot') : timeText(lastSnapshotAt, 'dateTime'),
          },
        ],
      },
      ...parkedSection(day.parked, t),
    ],
    signs: [t('report.signedBy')],
  }
}
