/** What a tired owner has to look at before the day is done, and where each is mended. */
import type { ComposerTranslation } from 'vue-i18n'
import type { DayEndView } from '../../contract/day-end.ts'
import { moneyWithSymbol, timeText } from '../ui/formats.ts'
import type { Tone } from '../ui/StateTag.vue'

export interface Point {
  readonly key: string
  readonly name: string
  readonly tone: Tone
  /** How it stands, in a few words. */
  readonly state: string
  /** Where it is mended. */
  readonly to?: string
  readonly mend?: string
}

const DAY = 24 * 60 * 60 * 1000

export function pointsOf(day: DayEndView, now: number, t: ComposerTranslation): Point[] {
  const { unpaid, unshipped, negativeStock, incomplete, parked, lastSnapshotAt } = day
  const none = { tone: 'done' as const, state: t('dayEnd.nothing') }
  const waiting = (count: number, mend: string, to: string, state = t('dayEnd.count', { count })) =>
    count === 0 ? none : { tone: 'waiting' as const, state, mend, to }
  const owed = t('dayEnd.countAndSum', { count: unpaid.count, amount: moneyWithSymbol(unpaid.amount) })
  const ordered = t('dayEnd.countAndSum', { count: unshipped.count, amount: moneyWithSymbol(unshipped.amount) })
  const aside = t('dayEnd.countAndSum', { count: parked.count, amount: moneyWithSymbol(parked.amount) })
  const isOld = lastSnapshotAt === null || now - lastSnapshotAt > DAY
  return [
    { key: 'cash', name: t('dayEnd.cash'), ...cash(day, t) },
    {
      key: 'unpaid',
      name: t('dayEnd.unpaid'),
      ...waiting(unpaid.count, t('dayEnd.see'), '/documents?period=today&payment=owing', owed),
    },
    {
      key: 'unshipped',
      name: t('dayEnd.unshipped'),
      ...waiting(unshipped.count, t('dayEnd.see'), '/documents?state=confirmed', ordered),
    },
    {
      key: 'negativeStock',
      name: t('dayEnd.negativeStock'),
      ...waiting(negativeStock, t('dayEnd.receive'), '/stock?stock=negative'),
    },
    {
      key: 'incomplete',
      name: t('dayEnd.incomplete'),
      ...waiting(incomplete, t('dayEnd.see'), '/products?particulars=incomplete'),
    },
    { key: 'parked', name: t('report.parked'), ...waiting(parked.count, t('dayEnd.see'), '/counter', aside) },
    {
      key: 'snapshot',
      name: t('dayEnd.snapshot'),
      tone: isOld ? 'waiting' : 'done',
      state: lastSnapshotAt === null ? t('dayEnd.noSnapshot') : timeText(lastSnapshotAt, 'dateTime'),
    },
  ]
}

function cash(
  { openShift, shifts }: DayEndView,
  t: ComposerTranslation,
): Pick<Point, 'tone' | 'state' | 'to' | 'mend'> {
  if (openShift) {
    const state = t('dayEnd.shiftOpen', { number: openShift.number })
    return { tone: 'waiting', state, to: '/shift', mend: t('shift.countAndClose') }
  }
  if (shifts.count === 0) return { tone: 'plain', state: t('dayEnd.noShift') }
  if (shifts.difference === 0) return { tone: 'done', state: t('dayEnd.counted', { count: shifts.count }) }
  const word = shifts.difference > 0 ? t('shift.cashOver') : t('shift.cashShort')
  return { tone: 'bad', state: `${word} ${moneyWithSymbol(Math.abs(shifts.difference))}` }
}
