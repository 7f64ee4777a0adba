/** Who is signed in where. Only the hash of a session's token is stored, so that a copy of the file signs nobody in. */
import { and, eq, lte, ne } from 'drizzle-orm'
import type { Id, Time } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import type { CommandContext } from '../context.ts'
import { tokenHashOf } from './queries.ts'
import { sessions } from './tables.ts'

const TOKEN_BYTES = 32
const LASTS_MS = 30 * 24 * 60 * 60 * 1000

/** Begins a session of thirty days. @returns its token, which is shown this once */
export function beginSession({ db, ids, now, actor }: CommandContext, staffId: Id): string {
  const token = ids.secret(TOKEN_BYTES).toString('base64url')
  const expiresAt = (now + LASTS_MS) as Time
  db.delete(sessions).where(lte(sessions.expiresAt, now)).run()
  db.insert(sessions)
    .values({ tokenHash: tokenHashOf(token), staffId, device: actor.device, createdAt: now, expiresAt })
    .run()
  return token
}

export function endSession(db: WriteDb, token: string): void {
  db.delete(sessions)
    .where(eq(sessions.tokenHash, tokenHashOf(token)))
    .run()
}

export function lockSession(db: WriteDb, token: string, now: Time): void {
  db.update(sessions)
    .set({ lockedAt: now })
    .where(eq(sessions.tokenHash, tokenHashOf(token)))
    .run()
}

export function unlockSession(db: WriteDb, token: string): void {
  db.update(sessions)
    .set({ lockedAt: null })
    .where(eq(sessions.tokenHash, tokenHashOf(token)))
    .run()
}

/** Signs someone out everywhere, but for the session whose token is kept. */
export function endSessions(db: WriteDb, staffId: Id, kept: string | null = null): void {
  const others = kept === null ? undefined : ne(sessions.tokenHash, tokenHashOf(kept))
  db.delete(sessions)
    .where(and(eq(sessions.staffId, staffId), others))
    .run()
}
