import type { Connection } from '../../api/call.ts'
import type { PrepareContext } from '../../api/handlers.ts'
import { recordRefusal } from '../../api/transaction.ts'
import type { Id } from '../../../contract/values.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { setPassword, type NewPassword } from './commands.ts'
import { nameKeyOf } from './founding-commands.ts'
import { hashPassword, inTurn, passwordFits } from './passwords.ts'
import { staffByNameKey, staffRecord } from './people.ts'
import { beginSession, endSession } from './sessions.ts'
import { countFailure, forgetFailures, secondsToWait } from './slow-down.ts'

/** Who proved to be whom, and the connection that asks. */
export interface Proven {
  readonly staffId: Id
  readonly nameKey: string
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
  mayTry(ctx, nameKey)
  return inTurn(async () => {
    mayTry(ctx, nameKey) // others may have failed while this one waited
    const person = staffByNameKey(ctx.read.db, nameKey)
    const fits = await passwordFits(input.password, person?.passwordHash)
    if (fits && person) return { staffId: person.id, nameKey, connection: ctx.call.connection }
    failed(ctx, nameKey, 'SIGN_IN_FAILED')
    return refuse('SIGN_IN_FAILED')
  })
}

function mayTry({ read, call }: PrepareContext, nameKey: string): void {
  const seconds = secondsToWait(read.db, nameKey, call.core.clock.now())
  if (seconds > 0) refuse('SIGN_IN_SLOWED', { seconds })
}

function failed({ call, opened }: PrepareContext, nameKey: string, code: 'SIGN_IN_FAILED' | 'PASSWORD_WRONG'): void {
  countFailure(opened.writer.db, nameKey, call.core.clock.now())
  recordRefusal(call.core, opened, call.actor, call.meta.name, code)
}

/** Gives the connection a session of its own once it is on disk. */
export function signIn(ctx: CommandContext, _input: unknown, { staffId, nameKey, connection }: Proven): Refs {
  forgetFailures(ctx.db, nameKey)
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
  const { nameKey, passwordHash } = staffRecord(ctx.read.db, actingStaff(ctx.read))
  await inTurn(async () => {
    const slowed = secondsToWait(ctx.read.db, nameKey, ctx.call.core.clock.now()) > 0
    if (slowed) refuse('PASSWORD_WRONG')
    if (await passwordFits(input.current, passwordHash)) return
    failed(ctx, nameKey, 'PASSWORD_WRONG')
    refuse('PASSWORD_WRONG')
  })
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

function tokenOf(connection: Connection): string | null {
  const credential = connection.credential()
  return credential && 'token' in credential ? credential.token : null
}
