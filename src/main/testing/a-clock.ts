/** The time of tests: the day of the shop, whatever today is. Children of tests live in it too. */
import type { Time } from '../../contract/values.ts'
import type { Clock } from '../domain/context.ts'

/** 2026-11-21 10:00 in Shanghai. */
export const A_MORNING = Date.UTC(2026, 10, 21, 2) as Time

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  advance(ms: number): void
  set(time: Time): void
}

export function aClock(start: Time = A_MORNING): TestClock {
  let now = start
  return {
    now: () => now,
    advance: (ms) => (now = (now + ms) as Time),
    set: (time) => (now = time),
  }
}
