/** The real clock, and identities from the system's random numbers. */
import { randomBytes, randomInt } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import type { Time } from '../../contract/values.ts'
import type { Clock, Ids } from '../domain/context.ts'

export const systemClock: Clock = { now: () => Date.now() as Time }

const RANDOM_RANGE = 2 ** 32

export function systemIds(): Ids {
  const ulid = monotonicFactory(() => randomInt(RANDOM_RANGE) / RANDOM_RANGE)
  return { uid: (at) => ulid(at), secret: (bytes) => randomBytes(bytes) }
}
