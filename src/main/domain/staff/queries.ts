import { hash } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Seller } from '../../../contract/staff.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import type { Actor, ReadContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { roles, sessions, staff } from './tables.ts'

const columns = { staffId: staff.id, name: staff.name, permissions: roles.permissions }

const statements = prepared((db: ReadDb) => ({
  names: db.select({ id: staff.id, name: staff.name }).from(staff).where(isAnyOf(staff.id, 'ids')).prepare(),
  byToken: db
    .select({ ...columns, lockedAt: sessions.lockedAt })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .innerJoin(roles, eq(roles.key, staff.role))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.expiresAt, sql.placeholder('now')),
        isNull(staff.archivedAt),
      ),
    )
    .prepare(),
  byId: db
    .select(columns)
    .from(staff)
    .innerJoin(roles, eq(roles.key, staff.role))
    .where(and(eq(staff.id, sql.placeholder('staffId')), isNull(staff.archivedAt)))
    .prepare(),
  sellers: db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(isNull(staff.archivedAt))
    .orderBy(staff.id)
    .prepare(),
}))

export const tokenHashOf = (token: string): string => hash('sha256', token, 'hex')

/** Who holds this session, with the permissions that their role has now. */
export function actorByToken(db: ReadDb, token: string, device: string, now: Time): Actor | undefined {
  const row = statements(db).byToken.get({ tokenHash: tokenHashOf(token), now })
  if (!row) return undefined
  const { lockedAt, permissions, ...who } = row
  return { ...who, permissions: new Set(permissions), device, locked: lockedAt !== null }
}

export function actorByStaff(db: ReadDb, staffId: Id, device: string): Actor | undefined {
  const row = statements(db).byId.get({ staffId })
  return row && { ...row, permissions: new Set(row.permissions), device }
}

/** Who may have served: everybody who works here. */
export function listSellers({ db }: ReadContext): Seller[] {
  return statements(db).sellers.all()
}

/** Who is said to have served works here; null is whoever takes the money. */
export function mustWorkHere(db: ReadDb, ids: readonly (Id | null)[]): void {
  for (const staffId of new Set(ids)) {
    if (staffId !== null && !statements(db).byId.get({ staffId })) refuse('STAFF_NOT_FOUND')
  }
}

/** Names by id, for lists of other things. */
export function staffNames(db: ReadDb, ids: readonly Id[]): ReadonlyMap<Id, string> {
  if (ids.length === 0) return new Map()
  const rows = statements(db).names.all({ ids: listOf(ids) })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
