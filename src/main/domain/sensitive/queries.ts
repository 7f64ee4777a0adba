import { and, desc, eq, sql } from 'drizzle-orm'
import type { Id, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { sensitiveActions } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  clockConfirmed: db
    .select({ recordedAt: sensitiveActions.recordedAt })
    .from(sensitiveActions)
    .where(
      // As the partial index says it; a parameter in its place would not use it.
      and(sql`${sensitiveActions.kind} = 'clockConfirmed'`, eq(sensitiveActions.documentId, sql.placeholder('documentId'))),
    )
    .orderBy(desc(sensitiveActions.id))
    .limit(1)
    .prepare(),
}))

/** What the clock said when somebody last confirmed it after this document. */
export function clockConfirmedAt(db: ReadDb, documentId: Id): Time | undefined {
  return statements(db).clockConfirmed.get({ documentId })?.recordedAt
}
