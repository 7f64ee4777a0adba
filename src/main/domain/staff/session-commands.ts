import type { Connection } from '../../api/call.ts'
import type { PrepareContext } from '../../api/handlers.ts'
import type { Id } from '../../../contract/values.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { setPassword, type NewPassword } from './commands.ts'
import { nameKeyOf } from './founding-commands.ts'
import { hashPassword, inTurn, passwordFits } from './passwords.ts'
import { staffByNameKey } from './people.ts'
import { countWrongTry, forgetTries, mayTry, provePassword, tokenOf, type TryKeys } from './proving.ts'
import { beginSession, endSession } from './sessions.ts'

/** Who proved to be whom, and the connection that asks. */
export interface Proven {
  readonly staffId: Id
  readonly tries: TryKeys
  readonly connection: Connection
}

/**
 * Checks name and password before the transaction. A name that nobody has takes as long as a wrong password and gets the
 * same answer; wrong tries are recorded and slow the next ones down.
 */
export function proveIdentity(
  ctx: PrepareContext,
  input: { readonly name: string; readonly password: string },
): Promise<Proven> {
  const nameKey = nameKeyOf(input.name)
  mayTry(ctx, [nameKey])
  return inTurn(async () => {
    mayTry(ctx, [nameKey]) // others may have failed while this one waited
    const person = staffByNameKey(ctx.read.db, nameKey)
    const fits = await passwordFits(input.password, person?.passwordHash)
    if (fits && person) return { staffId: person.id, tries: [nameKey], connection: ctx.call.connection }
    countWrongTry(ctx, [nameKey], 'SIGN_IN_FAILED')
    return refuse('SIGN_IN_FAILED')
  })
}

/** Gives the connection a session of its own once it is on disk. */
export function signIn(ctx: CommandContext, _input: unknown, { staffId, tries, connection }: Proven): Refs {
  forgetTries(ctx.db, tries)
  const token = beginSession(ctx, staffId)
  ctx.after(() => {
    connection.keep({ token })
  })
  return { staff: staffId }
}

export function signOut(ctx: CommandContext, _input: unknown, connection: Connection): Refs {
  const token = tokenOf(connection)
  if (token !== null) endSession(ctx.db, token)
  ctx.after(() => {
    connection.keep(null)
  })
  return { staff: actingStaff(ctx) }
}

/** Whoever changes their password proves that they know the old one. */
export async function proveOldPassword(
  ctx: PrepareContext,
  input: { readonly current: string; readonly password: string },
): Promise<NewPassword> {
  await provePassword(ctx, input.current)
  return newPassword(ctx, input)
}

export async function newPassword(
  { call }: PrepareContext,
  { password }: { readonly password: string },
): Promise<NewPassword> {
  return {
    passwordHash: await hashPassword(password, (bytes) => call.core.ids.secret(bytes)),
    kept: tokenOf(call.connection),
  }
}

export function changePassword(ctx: CommandContext, _input: unknown, ready: NewPassword): Refs {
  return setPassword(ctx, actingStaff(ctx), ready)
}
