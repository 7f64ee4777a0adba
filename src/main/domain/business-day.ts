import type { BusinessDay, Time } from '../../contract/values.ts'

const QUARTER_HOUR = 15 * 60 * 1000
const formatters = new Map<string, Intl.DateTimeFormat>()
let last = { key: '', day: '' as BusinessDay }

/**
 * The trading day of a moment: its date in the shop's time zone, or the date before while the day-start hour has not come.
 * Stored once with each row, never computed again.
 */
export function businessDayOf(at: Time, timeZone: string, dayStartHour: number): BusinessDay {
  const key = `${String(Math.floor(at / QUARTER_HOUR))} ${timeZone} ${String(dayStartHour)}`
  if (last.key !== key) last = { key, day: compute(at, timeZone, dayStartHour) }
  return last.day
}

function compute(at: Time, timeZone: string, dayStartHour: number): BusinessDay {
  const part = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const date = Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day))
  const started = Number(part.hour) >= dayStartHour ? date : date - DAY
  return isoDate(started)
}

const DAY = 24 * 60 * 60 * 1000

/** So many days earlier, by the calendar. */
export const daysBefore = (day: BusinessDay, days: number): BusinessDay => isoDate(Date.parse(day) - days * DAY)

const isoDate = (ms: number): BusinessDay => new Date(ms).toISOString().slice(0, 10) as BusinessDay

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}
