/** 店长授权 in the pipeline: who asks gets, for the one command that somebody allowed, the permission that it took. */
import { permissionAsked } from '../../contract/authorising.ts'
import type { ProcedureMeta } from '../../contract/procedure.ts'
import { inputHashOf, commandOf } from '../domain/audit/commands.ts'
import type { Actor } from '../domain/context.ts'
import type { DomainError } from '../domain/errors.ts'
import { authorisationsFor } from '../domain/staff/authorisation-queries.ts'
import type { Core } from './call.ts'
import { rememberRefused } from './refused-wishes.ts'
import { recordedInput } from './transaction.ts'

/** A command as it was sent, before anything of it is trusted. */
interface Wish {
  readonly requestId: string
  readonly inputHash: Buffer
}

/** Adds what was allowed for just this command. Once it is done it answers the same for good, so it never ends for it. */
export function withAuthorisation(core: Core, actor: Actor, meta: ProcedureMeta, input: unknown): Actor {
  const opened = core.opened()
  if (!opened || actor.staffId === null || meta.kind !== 'command') return actor
  const requestId = requestIdOf(input)
  if (requestId === null) return actor
  const { db } = opened.writer
  const given = authorisationsFor(db, { requestId, staffId: actor.staffId, device: actor.device })
  if (given.length === 0) return actor
  const wish = wishOf(meta, input)
  const isDone = commandOf(db, requestId) !== undefined
  const now = core.clock.now()
  const valid = given.filter(
    ({ inputHash, until }) =>
      wish?.inputHash.equals(inputHash) && (isDone || (now <= until.last && now >= until.first)),
  )
  const newest = valid.at(-1)
  if (!newest) return actor
  const permissions = new Set([...actor.permissions, ...valid.map(({ permission }) => permission)])
  return { ...actor, permissions, authorisedBy: newest.approverId }
}

/** Keeps in mind what was refused for want of a permission: it can now be allowed in place. */
export function noteRefused(core: Core, actor: Actor, meta: ProcedureMeta, input: unknown, refusal: DomainError): void {
  const opened = core.opened()
  const permission = permissionAsked(refusal)
  if (!opened || permission === null || actor.staffId === null || meta.kind !== 'command') return
  const wish = wishOf(meta, input)
  if (wish) rememberRefused(opened, { ...wish, permission, staffId: actor.staffId, device: actor.device })
}

function wishOf(meta: ProcedureMeta, input: unknown): Wish | null {
  const requestId = requestIdOf(input)
  if (requestId === null) return null
  try {
    return { requestId, inputHash: inputHashOf(meta.name, recordedInput(input, meta.secrets)) }
  } catch {
    return null // nothing that can be written down, hence nothing that can be allowed
  }
}

const LONGEST_ID = 64

function requestIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('requestId' in input)) return null
  const { requestId } = input
  return typeof requestId === 'string' && requestId.length <= LONGEST_ID ? requestId : null
}
