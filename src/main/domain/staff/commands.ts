import { eq } from 'drizzle-orm'
import type { Permission, RoleKey } from '../../../contract/permissions.ts'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { mustHave, type CommandContext, type Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { nameKeyOf } from './founding-commands.ts'
import { hasOtherOwner, inOrder, permissionsOf, staffByNameKey, staffRecord } from './people.ts'
import { endSessions } from './sessions.ts'
import { roles, staff } from './tables.ts'

export interface Hiring {
  readonly name: string
  readonly role: RoleKey
}

/** Names of those who work here are unique, for they sign in by them. */
export function hireStaff(ctx: CommandContext, { name, role }: Hiring, passwordHash: string): Refs {
  mustGiveNoMore(ctx, permissionsOf(ctx.db, role))
  mustBeFree(ctx.db, name)
  const row = { uid: ctx.ids.uid(ctx.now), name, nameKey: nameKeyOf(name), role, passwordHash, createdAt: ctx.now }
  return { staff: Number(ctx.db.insert(staff).values(row).run().lastInsertRowid) }
}

export interface StaffUpdate {
  readonly staffId: Id
  readonly name: string
  readonly role: RoleKey
  readonly archived: boolean
}

/** A shop always keeps an owner. Whoever leaves is signed out everywhere. */
export function updateStaff(ctx: CommandContext, { staffId, name, role, archived }: StaffUpdate): Refs {
  const before = staffRecord(ctx.db, staffId)
  mustGiveNoMore(ctx, [...permissionsOf(ctx.db, before.role), ...permissionsOf(ctx.db, role)])
  const staysOwner = role === 'owner' && !archived
  if (before.role === 'owner' && before.archivedAt === null && !staysOwner && !hasOtherOwner(ctx.db, staffId)) {
    refuse('LAST_OWNER')
  }
  if (!archived) mustBeFree(ctx.db, name, staffId)
  const archivedAt = archived ? (before.archivedAt ?? ctx.now) : null
  ctx.db
    .update(staff)
    .set({ name, nameKey: nameKeyOf(name), role, archivedAt })
    .where(eq(staff.id, staffId))
    .run()
  if (archived) endSessions(ctx.db, staffId)
  return { staff: staffId }
}

export interface NewPassword {
  readonly passwordHash: string
  /** The token of the session that asks. */
  readonly kept: string | null
}

/** A new password signs its person out everywhere but here. */
export function setPassword(ctx: CommandContext, staffId: Id, { passwordHash, kept }: NewPassword): Refs {
  mustBeBelow(ctx, staffId)
  ctx.db.update(staff).set({ passwordHash }).where(eq(staff.id, staffId)).run()
  endSessions(ctx.db, staffId, kept)
  return { staff: staffId }
}

export interface RoleUpdate {
  readonly role: RoleKey
  readonly permissions: readonly Permission[]
}

/** The owner's role cannot be narrowed, so that nobody locks the shop. */
export function updateRole(ctx: CommandContext, { role, permissions }: RoleUpdate): Refs {
  if (role === 'owner') refuse('OWNER_ROLE_FIXED')
  mustGiveNoMore(ctx, permissions)
  ctx.db
    .update(roles)
    .set({ permissions: inOrder(permissions) })
    .where(eq(roles.key, role))
    .run()
  return { role }
}

/** Nobody gets hold of the password or PIN of someone who may do more than they. */
export function mustBeBelow(ctx: CommandContext, staffId: Id): void {
  const { role } = staffRecord(ctx.db, staffId)
  if (staffId !== ctx.actor.staffId) mustGiveNoMore(ctx, permissionsOf(ctx.db, role))
}

/** Nobody hands out, or takes over, more than they may do themselves. */
function mustGiveNoMore(ctx: CommandContext, permissions: readonly Permission[]): void {
  for (const permission of permissions) mustHave(ctx, permission)
}

function mustBeFree(db: WriteDb, name: string, except?: Id): void {
  const holder = staffByNameKey(db, nameKeyOf(name))
  if (holder && holder.id !== except) refuse('STAFF_NAME_TAKEN', { name })
}
