/** How busy a Chinese shop's day is: weekends, the quiet days of 春节 and the rush before them, 618 and 双11. */

const DAY = 24 * 60 * 60 * 1000
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

/** Midnight UTC of a date `YYYY-MM-DD`; dates here have no time zone of their own. */
export const dateOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const dayAfter = (date: number, days: number): number => date + days * DAY
export const monthOf = (date: number): number => new Date(date).getUTCMonth() + 1
export const weekdayOf = (date: number): number => new Date(date).getUTCDay()

const BEFORE = 16
const QUIET = 7

/** Days since 初一 where that is near: −16 to 7; else nothing. */
export function daysFromNewYear(date: number): number | undefined {
  for (let days = -BEFORE; days <= QUIET; days += 1) {
    if (lunar.format(dayAfter(date, -days)) === '1/1') return days
  }
  return undefined
}

const MONTHS = [1.05, 0.85, 0.95, 1.05, 1, 0.95, 0.85, 0.85, 1.05, 1.05, 1.1, 1.15]
const WEEKDAYS = [1.35, 0.85, 0.85, 0.9, 0.95, 1.1, 1.4]

/** Relative to an ordinary day; 0 when the shop is shut. */
export function busyness(date: number): number {
  const month = monthOf(date)
  const usual = (MONTHS[month - 1] ?? 1) * (WEEKDAYS[weekdayOf(date)] ?? 1)
  return usual * aroundNewYear(daysFromNewYear(date)) * peak(month, new Date(date).getUTCDate())
}

/** Presents are bought in the two weeks before; from 除夕 to 初三 the shop is shut. */
function aroundNewYear(days: number | undefined): number {
  if (days === undefined) return 1
  if (days < -1) return 1.6
  return days <= 2 ? 0 : 0.35
}

function peak(month: number, day: number): number {
  if (month === 6 && day >= 16 && day <= 18) return 1.9
  return month === 11 && day >= 9 && day <= 11 ? 2.1 : 1
}
