/** The last so many business days, as the shop counts them. */
import type { BusinessDay } from '../../../contract/values.ts'
import { daysBefore } from '../business-day.ts'

export interface LastDays {
  readonly lastDays?: number | undefined
}

interface Span {
  readonly from?: BusinessDay | undefined
  readonly to?: BusinessDay | undefined
}

/** They end with today and stand in the place of any other span. */
export function withDays<A extends LastDays & Span>(asked: A, today: BusinessDay): Omit<A, 'lastDays'> {
  const { lastDays, ...filter } = asked
  return lastDays === undefined ? filter : { ...filter, from: daysBefore(today, lastDays - 1), to: today }
}
