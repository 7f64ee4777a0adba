/**
 * The one way in: authenticate → permit → parse → transaction { repeated? → handle → record } → after commit.
 * Every host and every program goes through here.
 */
import { implement, ORPCError } from '@orpc/server'
import { ValidationError } from '@orpc/contract'
import { contract } from '../../contract/index.ts'
import type { ProcedureMeta } from '../../contract/procedure.ts'
import type { Actor } from '../domain/context.ts'
import { DomainError, refuse } from '../domain/errors.ts'
import { actorByStaff, actorByToken } from '../domain/staff/queries.ts'
import type { CallContext, Connection, Core, OpenShop } from './call.ts'
import { noteRefused, withAuthorisation } from './in-place.ts'
import { recordRefusal } from './transaction.ts'

type ErrorConstructors = Partial<Record<string, (options: { data: unknown; cause?: unknown }) => Error>>

/** The call, once it is known who asks and that they may. */
export interface AuthorisedCall extends CallContext {
  readonly opened: OpenShop | null
  readonly actor: Actor
  readonly meta: ProcedureMeta
}

const base = implement(contract).$context<CallContext>()

export const api = base.use(async ({ context, next, procedure, errors }, input) => {
  const meta = procedure['~orpc'].meta as ProcedureMeta
  const typedErrors = errors as unknown as ErrorConstructors
  let actor = nobody(context.connection.device)
  try {
    const opened = context.core.opened()
    actor = withAuthorisation(context.core, authenticate(context.core, context.connection), meta, input)
    permit(context.core, actor, meta)
    return await next({ context: { opened, actor, meta } })
  } catch (error) {
    if (isRefusal(error)) noteRefused(context.core, actor, meta, input, error)
    throw declared(error, typedErrors, context.core, meta)
  }
})

const nobody = (device: string): Actor => ({ staffId: null, name: '', permissions: new Set(), device })

/** Who asks, by what the connection holds now. */
export function authenticate(core: Core, connection: Connection): Actor {
  const opened = core.opened()
  const credential = connection.credential()
  if (!opened || !credential) return nobody(connection.device)
  const { db } = opened.writer
  const found =
    'token' in credential
      ? actorByToken(db, credential.token, connection.device, core.clock.now())
      : actorByStaff(db, credential.staffId, connection.device)
  return found ?? nobody(connection.device)
}

function permit(core: Core, actor: Actor, { access, name, whileLocked }: ProcedureMeta): void {
  if (access === 'public') return
  const opened = core.opened()
  if (!opened) refuse('SHOP_NOT_OPEN')
  if (actor.staffId === null) refuse('NOT_SIGNED_IN')
  if (actor.locked === true && !whileLocked) refuse('LOCKED')
  if (access === 'signedIn' || actor.permissions.has(access)) return
  recordRefusal(core, opened, actor, name, 'FORBIDDEN')
  refuse('FORBIDDEN', { permission: access })
}

/** Turns what was thrown into one of the procedure's own typed errors; anything unforeseen is logged under a reference. */
function declared(error: unknown, errors: ErrorConstructors, core: Core, meta: ProcedureMeta): Error {
  if (isRefusal(error)) {
    const typed = errors[error.code]?.({ data: error.data, cause: error })
    if (typed) return typed
  }
  if (error instanceof ORPCError) {
    if (error.defined) return error
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return errors.INPUT_INVALID?.({ data: { fields: invalidFields(error.cause) } }) ?? error
    }
  }
  return unexpected(error, errors, core, meta)
}

const isRefusal = (error: unknown): error is DomainError => error instanceof DomainError

function unexpected(error: unknown, errors: ErrorConstructors, core: Core, meta: ProcedureMeta): Error {
  const reference = core.ids.uid(core.clock.now()).slice(-8)
  core.log.error({ reference, procedure: meta.name, ...describe(error) }, 'unexpected error')
  return errors.UNEXPECTED?.({ data: { reference } }) ?? new Error(reference)
}

/** Where it happened and what kind, without the values that people typed. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const fields = error.cause instanceof ValidationError ? invalidFields(error.cause) : undefined
  return {
    kind: error.name,
    code: 'code' in error ? error.code : undefined,
    message: error.message,
    fields,
    stack: error.stack,
  }
}

const MOST_FIELDS = 20

function invalidFields(error: ValidationError): { path: string; rule: string }[] {
  return error.issues.slice(0, MOST_FIELDS).map((issue) => ({
    path: (issue.path ?? []).map((key) => String(typeof key === 'object' ? key.key : key)).join('.'),
    rule: 'code' in issue ? String(issue.code) : 'invalid',
  }))
}
