/** What each tender came to, by the kind of document that it was taken for. */
import { eq, sql, type SQL } from 'drizzle-orm'
import type { DocumentKind } from '../../../contract/documents.ts'
import type { BusinessDay, Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { payments } from './tables.ts'

const documents = sql`documents`
const itsDocument = sql`documents.id = ${payments.documentId}`
/** A sale that was voided and its mirror are left out: they come to nothing, tender by tender. */
const STANDS = sql`documents.reverses_id is null and (documents.kind <> 'sale' or documents.state <> 'cancelled')`

/** One tender of one document counts once, and not at all when it was corrected away. */
function sums(db: ReadDb, condition: SQL) {
  const paid = db
    .select({
      kind: sql<DocumentKind>`documents.kind`.as('kind'),
      tender: payments.tender,
      amount: sql<Money>`sum(${payments.amount})`.as('paid'),
    })
    .from(payments)
    .innerJoin(documents, itsDocument)
    .where(sql`${condition} and ${STANDS}`)
    .groupBy(payments.documentId, payments.tender)
    .as('of_document')
  return db
    .select({
      kind: paid.kind,
      tender: paid.tender,
      count: sql<number>`count(*)`,
      amount: sql<Money>`sum(${paid.amount})`,
    })
    .from(paid)
    .where(sql`${paid.amount} <> 0`)
    .groupBy(sql`${paid.kind}`, paid.tender)
    .prepare()
}

const statements = prepared((db: ReadDb) => ({
  ofShift: sums(db, eq(payments.shiftId, sql.placeholder('shiftId'))),
  ofDay: sums(db, sql`documents.business_day = ${sql.placeholder('businessDay')}`),
}))

export type TenderOfKind = ReturnType<typeof tendersByKind>[number]

export function tendersByKind(db: ReadDb, of: { readonly shiftId: Id } | { readonly businessDay: BusinessDay }) {
  const { ofShift, ofDay } = statements(db)
  return 'shiftId' in of ? ofShift.all(of) : ofDay.all(of)
}
