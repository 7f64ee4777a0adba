/** The first roles and the owner, written when a shop is founded. */
import type { Permission, RoleKey } from '../../../contract/permissions.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { roles, staff } from './tables.ts'

export function addRoles(db: WriteDb, rows: readonly { key: RoleKey; permissions: readonly Permission[] }[]): void {
  db.insert(roles)
    .values([...rows])
    .run()
}

export interface Owner {
  readonly uid: string
  readonly name: string
  readonly passwordHash: string
  readonly pinHash?: string | undefined
  readonly recoveryHash?: string | undefined
  readonly now: Time
}

export function hireOwner(db: WriteDb, { now: createdAt, name, ...owner }: Owner): Id {
  const row = { ...owner, name, nameKey: nameKeyOf(name), role: 'owner' as const, createdAt }
  return Number(db.insert(staff).values(row).run().lastInsertRowid)
}

/** Names are told apart without case, width or spaces, so that a sign-in by phone keyboard finds its person. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
