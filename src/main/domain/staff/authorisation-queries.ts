/** Reads what was allowed in place (店长授权), and who may allow what. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { AUTHORISATION_LASTS_MS } from '../../../contract/authorising.ts'
import type { Permission } from '../../../contract/permissions.ts'
import type { Person } from '../../../contract/session.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { authorisations, roles, staff } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  byRequest: db
    .select({
      inputHash: authorisations.inputHash,
      permission: authorisations.permission,
      approverId: authorisations.approverId,
      recordedAt: authorisations.recordedAt,
    })
    .from(authorisations)
    .where(
      and(
        eq(authorisations.forRequestId, sql.placeholder('requestId')),
        eq(authorisations.staffId, sql.placeholder('staffId')),
        eq(authorisations.device, sql.placeholder('device')),
      ),
    )
    .orderBy(authorisations.id)
    .prepare(),
  withPin: db
    .select({ staffId: staff.id, name: staff.name, permissions: roles.permissions })
    .from(staff)
    .innerJoin(roles, eq(roles.key, staff.role))
    .where(and(isNull(staff.archivedAt), isNotNull(staff.pinHash)))
    .orderBy(staff.id)
    .prepare(),
}))

export interface Asking {
  readonly requestId: string
  readonly staffId: Id
  readonly device: string
}

export interface Authorisation {
  readonly inputHash: Buffer
  readonly permission: Permission
  readonly approverId: Id
  /** A clock that was set back must not stretch it. */
  readonly until: { readonly first: Time; readonly last: Time }
}

/** What this person was allowed for this request on this device, oldest first. */
export function authorisationsFor(db: ReadDb, asking: Asking): Authorisation[] {
  return statements(db)
    .byRequest.all({ ...asking })
    .map(({ recordedAt, ...given }) => ({
      ...given,
      until: { first: recordedAt, last: (recordedAt + AUTHORISATION_LASTS_MS) as Time },
    }))
}

/** Who may allow this: those who may do it themselves and have a PIN. */
export function listApprovers(
  { db }: Pick<ReadContext, 'db'>,
  { permission }: { readonly permission: Permission },
): Person[] {
  return statements(db)
    .withPin.all()
    .filter(({ permissions }) => permissions.includes(permission))
    .map(({ staffId, name }) => ({ staffId, name }))
}

/** Who can take over at a counter: everyone with a PIN. */
export function listPeople({ db }: ReadContext): Person[] {
  return statements(db)
    .withPin.all()
    .map(({ staffId, name }) => ({ staffId, name }))
}
