/** What each tender came to, by the kind of document that it was taken for. */
import { eq, sql } from 'drizzle-orm'
import type { BusinessDay, Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { payments } from './tables.ts'

const kind = sql<string>`documents.kind`
const sums = {
  kind,
  tender: payments.tender,
  /** One that was corrected away counts no more. */
  ins: sql<number>`sum(${payments.amount} > 0)`,
  outs: sql<number>`sum(${payments.amount} < 0)`,
  amount: sql<Money>`sum(${payments.amount})`,
}
const documents = sql`documents`
const itsDocument = sql`documents.id = ${payments.documentId}`

const statements = prepared((db: ReadDb) => ({
  ofShift: db
    .select(sums)
    .from(payments)
    .innerJoin(documents, itsDocument)
    .where(eq(payments.shiftId, sql.placeholder('shiftId')))
    .groupBy(kind, payments.tender)
    .prepare(),
  ofDay: db
    .select(sums)
    .from(payments)
    .innerJoin(documents, itsDocument)
    .where(sql`documents.business_day = ${sql.placeholder('businessDay')}`)
    .groupBy(kind, payments.tender)
    .prepare(),
}))

export type TenderOfKind = ReturnType<typeof tendersByKind>[number]

export function tendersByKind(db: ReadDb, of: { readonly shiftId: Id } | { readonly businessDay: BusinessDay }) {
  const { ofShift, ofDay } = statements(db)
  return 'shiftId' in of ? ofShift.all(of) : ofDay.all(of)
}
