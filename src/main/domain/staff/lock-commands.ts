/** Locking the screen of a counter, and handing it to another without signing in anew. The host keeps the lock. */
import type { Connection } from '../../api/call.ts'
import type { PrepareContext } from '../../api/handlers.ts'
import type { Id } from '../../../contract/values.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { provePassword, provePin, tokenOf, forgetTries, type TryKeys } from './proving.ts'
import { signIn, type Proven } from './session-commands.ts'
import { endSession, lockSession, unlockSession } from './sessions.ts'

/** A program that names its staff has no session, and nothing to lock. */
export function lock(ctx: CommandContext, _input: unknown, connection: Connection): Refs {
  const token = tokenOf(connection)
  if (token !== null) lockSession(ctx.db, token, ctx.now)
  return { staff: actingStaff(ctx) }
}

export interface Unlocking {
  readonly tries: TryKeys
  readonly token: string | null
}

/** By the PIN or the password of whom the session belongs to. */
export async function proveSamePerson(
  ctx: PrepareContext,
  { pin, password }: { readonly pin?: string | undefined; readonly password?: string | undefined },
): Promise<Unlocking> {
  const tries =
    password === undefined ? await provePin(ctx, actingStaff(ctx.read), pin ?? '') : await provePassword(ctx, password)
  return { tries, token: tokenOf(ctx.call.connection) }
}

export function unlock(ctx: CommandContext, _input: unknown, { tries, token }: Unlocking): Refs {
  forgetTries(ctx.db, tries)
  if (token !== null) unlockSession(ctx.db, token)
  return { staff: actingStaff(ctx) }
}

export interface Switching {
  readonly staffId: Id
  readonly pin: string
}

/** The one who takes over gets a session of their own; the one before is signed out here. */
export async function proveNextPerson(ctx: PrepareContext, { staffId, pin }: Switching): Promise<Proven> {
  return { staffId, tries: await provePin(ctx, staffId, pin), connection: ctx.call.connection }
}

export function takeOver(ctx: CommandContext, input: Switching, proven: Proven): Refs {
  const token = tokenOf(proven.connection)
  if (token !== null) endSession(ctx.db, token)
  return signIn(ctx, input, proven)
}
