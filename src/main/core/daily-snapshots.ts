/** One snapshot per business day: soon after the day's first start, and soon after each day begins. */
import type { OpenShop } from '../api/call.ts'
import { businessDayOf } from '../domain/business-day.ts'
import type { Clock } from '../domain/context.ts'

const FIRST_LOOK_MS = 20_000 // once the counter is up
const LOOK_EVERY_MS = 5 * 60_000 // a PC that slept through the night keeps no long timer

export function keepDailySnapshots(opened: OpenShop, clock: Clock, failed: (error: unknown) => void): () => void {
  let stopped = false
  const look = () =>
    void takeDailySnapshot(opened, clock).catch((error: unknown) => {
      if (!stopped) failed(error) // what is cut off by the end is no failure
    })
  const first = setTimeout(look, FIRST_LOOK_MS).unref()
  const every = setInterval(look, LOOK_EVERY_MS).unref()
  return () => {
    stopped = true
    clearTimeout(first)
    clearInterval(every)
  }
}

/** Takes today's, unless it is there. */
export async function takeDailySnapshot(opened: OpenShop, clock: Clock): Promise<void> {
  const { timeZone, dayStartHour } = opened.shop().profile
  const dayOf = (at: ReturnType<Clock['now']>) => businessDayOf(at, timeZone, dayStartHour)
  const today = dayOf(clock.now())
  const isThere = opened.snapshots().some(({ reason, takenAt }) => reason === 'daily' && dayOf(takenAt) === today)
  if (!isThere) await opened.takeSnapshot('daily')
}
