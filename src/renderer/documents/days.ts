/** Spans of business days for the filters, in the shop's own zone and from its own day-start hour. */
import type { BusinessDay } from '../../contract/values.ts'

export const PERIODS = ['all', 'today', 'week', 'month', 'chosen'] as const
export type Period = (typeof PERIODS)[number]

interface Span {
  readonly from?: BusinessDay
  readonly to?: BusinessDay
}

const HOUR = 3_600_000
const DAYS_BACK = { today: 0, week: 6, month: 29 } as const

/** The business day at a moment; Swedish writes dates as ISO does. */
export function businessDayOf(now: number, timeZone: string, dayStartHour: number): BusinessDay {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(
    now - dayStartHour * HOUR,
  ) as BusinessDay
}

export function spanOf(period: Exclude<Period, 'all' | 'chosen'>, today: BusinessDay): Required<Span> {
  const first = new Date(`${today}T00:00:00Z`)
  first.setUTCDate(first.getUTCDate() - DAYS_BACK[period])
  return { from: first.toISOString().slice(0, 10) as BusinessDay, to: today }
}
