/** How every procedure is declared: kind, permission, where it runs, and the refusals that any of its kind can give. */
import { oc } from '@orpc/contract'
import { refusals } from './errors.ts'
import type { Permission } from './permissions.ts'

/** `public` needs no sign-in, `signedIn` any member of staff, else the named permission. */
export type Access = Permission | 'public' | 'signedIn'

export interface ProcedureMeta {
  readonly name: string
  readonly kind: 'command' | 'draft' | 'query' | 'stream'
  readonly access: Access
  readonly runs: 'here' | 'worker'
  /** Answers although the session is locked: what leads out of the lock. */
  readonly whileLocked: boolean
  /** Input fields that are never recorded, at whatever depth: passwords, codes, and what an unsold basket holds. */
  readonly secrets: readonly string[]
}

interface QueryOptions {
  readonly access: Access
  readonly runs?: ProcedureMeta['runs']
  readonly whileLocked?: boolean
}

interface CommandOptions {
  readonly access: Access
  readonly whileLocked?: boolean
  readonly secrets?: readonly string[]
}

const base = oc.$meta<ProcedureMeta>({
  name: '',
  kind: 'query',
  access: 'signedIn',
  runs: 'here',
  whileLocked: false,
  secrets: [],
})
const always = refusals('INPUT_INVALID', 'NOT_SIGNED_IN', 'LOCKED', 'FORBIDDEN', 'SHOP_NOT_OPEN', 'UNEXPECTED')

/** Asks, and changes nothing. `runs: 'worker'` takes long reads off the writer's thread. */
export function query(name: string, { access, runs = 'here', whileLocked = false }: QueryOptions) {
  return base.meta({ name, kind: 'query', access, runs, whileLocked, secrets: [] }).errors(always)
}

/** Changes the shop in one transaction; its input carries a `requestId`. */
export function command(name: string, { access, whileLocked = false, secrets = [] }: CommandOptions) {
  return base
    .meta({ name, kind: 'command', access, runs: 'here', whileLocked, secrets })
    .errors({ ...always, ...refusals('REQUEST_REUSED') })
}

/**
 * Writes down what is nobody's truth yet, such as an open basket, in one small transaction: on disk once it is answered, and
 * idempotent by nature. No line of the audit, no news to other screens, no `requestId`.
 */
export function draft(name: string, { access }: { readonly access: Access }) {
  return base.meta({ name, kind: 'draft', access, runs: 'here', whileLocked: false, secrets: [] }).errors(always)
}

/** Answers with events until the caller hangs up. */
export function stream(name: string, { access }: { readonly access: Access }) {
  return base.meta({ name, kind: 'stream', access, runs: 'here', whileLocked: false, secrets: [] }).errors(always)
}
