/** Wall-clock times of a time zone as moments. */
import type { Time } from '../../src/contract/values.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * The moment at which clocks in `timeZone` show `local` (`2011-06-01 09:30:00`). Of an hour that an autumn night has twice,
 * the first; an hour that a spring night skips is read by the clock of before.
 */
export function momentOf(local: string, timeZone: string): Time {
  const shown = Date.parse(`${local.replace(' ', 'T')}Z`)
  const dayBefore = shown - 24 * 60 * 60 * 1000
  const offsets = [dayBefore, shown].map((at) => offsetAt(at, timeZone))
  const moments = offsets.map((offset) => shown - offset)
  const [first = shown] = moments
  return (moments.find((at) => at + offsetAt(at, timeZone) === shown) ?? first) as Time
}

/** How far clocks there are ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const digits = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...digits })
  formatters.set(timeZone, made)
  return made
}
