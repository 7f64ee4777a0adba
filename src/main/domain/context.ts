/** What a command or query is given. Nothing under `domain` reads a clock or a random number from elsewhere. */
import type { Permission } from '../../contract/permissions.ts'
import type { Currency, ShopProfile } from '../../contract/settings.ts'
import type { BusinessDay, Id, Time } from '../../contract/values.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { refuse } from './errors.ts'

export interface Clock {
  now(): Time
}

export interface Ids {
  /** A ULID, later ones sorting later. */
  uid(at: Time): string
  secret(bytes: number): Buffer
}

/** Who asks. `staffId` is null before sign-in: first run and sign-in itself. */
export interface Actor {
  readonly staffId: Id | null
  readonly name: string
  readonly permissions: ReadonlySet<Permission>
  readonly device: string
  /** The session is locked: only what leads out of that is answered. */
  readonly locked?: boolean
  /** Who allowed this one action in place (店长授权); their permission is among the above for it. */
  readonly authorisedBy?: Id | undefined
}

export interface Shop {
  readonly uid: string
  readonly epoch: string
  readonly trade: string
  readonly currency: Currency
  readonly currencyDecimals: number
  readonly profileId: Id
  readonly profile: ShopProfile
}

export interface ReadContext {
  readonly db: ReadDb
  readonly actor: Actor
  readonly shop: Shop
  readonly now: Time
  readonly businessDay: BusinessDay
}

export interface CommandContext extends ReadContext {
  readonly db: WriteDb
  readonly ids: Ids
  /** Runs once the transaction is on disk, and never when it is not. */
  after(effect: () => void): void
  /** Prints what waits, in its own time; for `after`. */
  wakePrinters(): void
}

/** What a command touched, by name: how its result is read again, found in the audit line and told to screens. */
export type Refs = Readonly<Record<string, number | string>>

export function may(ctx: ReadContext, permission: Permission): boolean {
  return ctx.actor.permissions.has(permission)
}

/** For permissions that depend on what the input says, such as a typed price. */
export function mustHave(ctx: ReadContext, permission: Permission): void {
  if (!may(ctx, permission)) refuse('FORBIDDEN', { permission })
}

/** The member of staff who acts; commands that need no sign-in never ask. */
export function actingStaff(ctx: ReadContext): Id {
  return ctx.actor.staffId ?? refuse('NOT_SIGNED_IN')
}
