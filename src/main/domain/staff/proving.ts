/**
 * Proving who one is, before the transaction: wrong tries are recorded and slow the next ones down, for the person and for
 * the device, and whoever is nobody takes as long as a wrong try.
 */
import type { Connection } from '../../api/call.ts'
import type { PrepareContext } from '../../api/handlers.ts'
import { recordRefusal } from '../../api/transaction.ts'
import type { ErrorCode } from '../../../contract/errors.ts'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { actingStaff } from '../context.ts'
import { refuse } from '../errors.ts'
import { inTurn, passwordFits } from './passwords.ts'
import { staffAtWork, staffRecord } from './people.ts'
import { tokenHashOf } from './queries.ts'
import { countFailure, forgetFailures, secondsToWait } from './slow-down.ts'

/** What wrong tries are counted under. A name's own key has neither capitals nor spaces, so these are no one's name. */
export type TryKeys = readonly string[]

export function mayTry({ read, call }: PrepareContext, keys: TryKeys): void {
  const now = call.core.clock.now()
  const seconds = Math.max(...keys.map((key) => secondsToWait(read.db, key, now)))
  if (seconds > 0) refuse('SIGN_IN_SLOWED', { seconds })
}

export function countWrongTry({ call, opened }: PrepareContext, keys: TryKeys, code: ErrorCode): void {
  for (const key of keys) countFailure(opened.writer.db, key, call.core.clock.now())
  recordRefusal(call.core, opened, call.actor, call.meta.name, code)
}

export function forgetTries(db: WriteDb, keys: TryKeys): void {
  for (const key of keys) forgetFailures(db, key)
}

/** A PIN fits the one person whose name was chosen with it. @returns the keys to forget wrong tries under */
export function provePin(ctx: PrepareContext, staffId: Id, pin: string): Promise<TryKeys> {
  const keys = [`PIN ${String(staffId)}`, `DEVICE ${seatOf(ctx.call.connection)}`]
  mayTry(ctx, keys)
  return inTurn(async () => {
    mayTry(ctx, keys) // others may have failed while this one waited
    const person = staffAtWork(ctx.read.db, staffId)
    const fits = await passwordFits(pin, person?.pinHash ?? undefined)
    if (fits) return keys
    countWrongTry(ctx, keys, 'PIN_WRONG')
    return refuse('PIN_WRONG')
  })
}

/** Whoever changes how they prove who they are knows the password. */
export async function provePassword(ctx: PrepareContext, password: string): Promise<TryKeys> {
  const { nameKey, passwordHash } = staffRecord(ctx.read.db, actingStaff(ctx.read))
  await inTurn(async () => {
    const slowed = secondsToWait(ctx.read.db, nameKey, ctx.call.core.clock.now()) > 0
    if (slowed) refuse('PASSWORD_WRONG')
    if (await passwordFits(password, passwordHash)) return
    countWrongTry(ctx, [nameKey], 'PASSWORD_WRONG')
    refuse('PASSWORD_WRONG')
  })
  return [nameKey]
}

export function tokenOf(connection: Connection): string | null {
  const credential = connection.credential()
  return credential && 'token' in credential ? credential.token : null
}

/** All browsers are one device by name: a session of their own tells them apart. */
function seatOf(connection: Connection): string {
  const token = tokenOf(connection)
  return token === null ? connection.device : tokenHashOf(token)
}
