/** After five wrong passwords for a name each further try waits: 2, 4, 8 … seconds, five minutes at most. */
import { eq, lt, sql } from 'drizzle-orm'
import type { Time } from '../../../contract/values.ts'
import type { ReadDb, WriteDb } from '../../database/connection.ts'
import { signInFailures } from './tables.ts'

const FREE_TRIES = 5
const LONGEST_SECONDS = 300
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000

/** How long a name still has to wait; 0 when it may try. */
export function secondsToWait(db: ReadDb, nameKey: string, now: Time): number {
  const row = db.select().from(signInFailures).where(eq(signInFailures.nameKey, nameKey)).get()
  if (!row || row.failures < FREE_TRIES) return 0
  const wait = Math.min(LONGEST_SECONDS, 2 ** Math.min(row.failures - FREE_TRIES + 1, 30))
  // A clock that was set back must not lock anyone out for longer than the wait itself.
  return Math.min(wait, Math.max(0, wait - Math.floor((now - row.lastAt) / 1000)))
}

/** Counts a wrong try; names that nobody tried for a day are forgotten. */
export function countFailure(db: WriteDb, nameKey: string, now: Time): void {
  db.delete(signInFailures)
    .where(lt(signInFailures.lastAt, (now - FORGOTTEN_AFTER_MS) as Time))
    .run()
  db.insert(signInFailures)
    .values({ nameKey, failures: 1, lastAt: now })
    .onConflictDoUpdate({
      target: signInFailures.nameKey,
      set: { failures: sql`${signInFailures.failures} + 1`, lastAt: now },
    })
    .run()
}

export function forgetFailures(db: WriteDb, nameKey: string): void {
  db.delete(signInFailures).where(eq(signInFailures.nameKey, nameKey)).run()
}
