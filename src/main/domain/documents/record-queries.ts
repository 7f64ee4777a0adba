/** A document's own row and lines, for trades that change what stands on it. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { documentLines, documents } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  byId: db
    .select()
    .from(documents)
    .where(eq(documents.id, sql.placeholder('id')))
    .prepare(),
  openings: db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.customerId, sql.placeholder('customerId')), eq(documents.kind, 'openingBalance')))
    .prepare(),
  lines: db
    .select()
    .from(documentLines)
    .where(eq(documentLines.documentId, sql.placeholder('documentId')))
    .orderBy(asc(documentLines.position))
    .prepare(),
}))

export type DocumentRecord = typeof documents.$inferSelect
export type LineRecord = typeof documentLines.$inferSelect

export function documentRecord(db: ReadDb, id: Id): DocumentRecord | undefined {
  return statements(db).byId.get({ id })
}

export function linesOf(db: ReadDb, documentId: Id): readonly LineRecord[] {
  return statements(db).lines.all({ documentId })
}

/** The opening balances that a customer has been given. */
export function openingsOf(db: ReadDb, customerId: Id): readonly Id[] {
  return statements(db)
    .openings.all({ customerId })
    .map(({ id }) => id)
}
