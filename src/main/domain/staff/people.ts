/** Reads staff and roles for the shop's own screens. */
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { PERMISSIONS, ROLE_KEYS, type Permission, type RoleKey } from '../../../contract/permissions.ts'
import type { Me } from '../../../contract/session.ts'
import type { RoleView, StaffView } from '../../../contract/staff.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { roles, staff } from './tables.ts'

export type StaffRecord = typeof staff.$inferSelect

const statements = prepared((db: ReadDb) => ({
  byId: db
    .select()
    .from(staff)
    .where(eq(staff.id, sql.placeholder('id')))
    .prepare(),
  byName: db
    .select()
    .from(staff)
    .where(and(eq(staff.nameKey, sql.placeholder('nameKey')), isNull(staff.archivedAt)))
    .prepare(),
  role: db
    .select()
    .from(roles)
    .where(eq(roles.key, sql.placeholder('key')))
    .prepare(),
}))

export function staffRecord(db: ReadDb, id: Id): StaffRecord {
  return statements(db).byId.get({ id }) ?? refuse('STAFF_NOT_FOUND')
}

/** Nobody who has left. */
export function staffAtWork(db: ReadDb, id: Id): StaffRecord | undefined {
  const found = statements(db).byId.get({ id })
  return found?.archivedAt === null ? found : undefined
}

/** Only those who work here still have a name to sign in by. */
export function staffByNameKey(db: ReadDb, nameKey: string): StaffRecord | undefined {
  return statements(db).byName.get({ nameKey })
}

export function permissionsOf(db: ReadDb, key: RoleKey): readonly Permission[] {
  return statements(db).role.get({ key })?.permissions ?? []
}

export function hasOtherOwner(db: ReadDb, than: Id): boolean {
  const owns = and(eq(staff.role, 'owner'), isNull(staff.archivedAt), ne(staff.id, than))
  return db.select({ id: staff.id }).from(staff).where(owns).get() !== undefined
}

export function listStaff({ db }: ReadContext): StaffView[] {
  return db.select().from(staff).orderBy(staff.id).all().map(staffView)
}

export function staffByRefs({ db }: ReadContext, { staff: id }: Refs): StaffView {
  return staffView(staffRecord(db, Number(id)))
}

function staffView({ id, uid, name, role, archivedAt, pinHash }: StaffRecord): StaffView {
  return { id, uid, name, role, archived: archivedAt !== null, hasPin: pinHash !== null }
}

export function listRoles({ db }: ReadContext): RoleView[] {
  return ROLE_KEYS.map((key) => ({ key, permissions: inOrder(permissionsOf(db, key)) }))
}

export function roleByRefs({ db }: ReadContext, { role }: Refs): RoleView {
  const key = role as RoleKey
  return { key, permissions: inOrder(permissionsOf(db, key)) }
}

/** Whoever asks, with what their role allows now. */
export function currentPerson({ db, actor }: ReadContext): Me | null {
  if (actor.staffId === null) return null
  return { ...personByRefs({ db }, { staff: actor.staffId }), locked: actor.locked ?? false }
}

export function personByRefs({ db }: Pick<ReadContext, 'db'>, { staff: id }: Refs): Me {
  const { id: staffId, name, role, pinHash } = staffRecord(db, Number(id))
  const permissions = inOrder(permissionsOf(db, role))
  return { staffId, name, role, permissions, hasPin: pinHash !== null, locked: false }
}

export function inOrder(permissions: readonly Permission[]): Permission[] {
  return PERMISSIONS.filter((permission) => permissions.includes(permission))
}
