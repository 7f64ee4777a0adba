/** What documents came to, over a run of them or over a business day: for the shift report and the day's end. */
import { and, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { DocumentKind } from '../../../contract/documents.ts'
import type { BusinessDay, Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { OWING } from './listing.ts'
import { documentLines, documents } from './tables.ts'

/** A sale that was voided, or the mirror that voided it (作废): together they are nothing that was sold or given back. */
const isVoided = sql<
  0 | 1
>`(${documents.kind} = 'sale' and ${documents.state} = 'cancelled') or ${documents.reversesId} is not null`
const sums = {
  kind: documents.kind,
  isVoided,
  count: sql<number>`count(*)`,
  total: sql<Money>`sum(${documents.total})`,
  discounts: sql<Money>`sum(${documents.discountTotal})`,
  roundOff: sql<Money>`sum(${documents.roundOff})`,
}
const gifts = {
  count: sql<number>`count(*)`,
  amount: sql<Money>`coalesce(sum(${documentLines.gross}), 0)`,
  discounts: sql<Money>`coalesce(sum(${documentLines.lineDiscount}), 0)`,
}
/** What is given away with a sale that stands; a gift that comes back was given away all the same. */
const isSold = sql`${documents.kind} = 'sale' and ${documents.state} <> 'cancelled'`
const within = (id: typeof documents.id | typeof documentLines.documentId) =>
  and(gt(id, sql.placeholder('after')), lte(id, sql.placeholder('to')))
const onDay = eq(documents.businessDay, sql.placeholder('businessDay'))

const statements = prepared((db: ReadDb) => ({
  newest: db
    .select({ id: sql<Id | null>`max(${documents.id})` })
    .from(documents)
    .prepare(),
  between: db.select(sums).from(documents).where(within(documents.id)).groupBy(documents.kind, isVoided).prepare(),
  ofDay: db.select(sums).from(documents).where(onDay).groupBy(documents.kind, isVoided).prepare(),
  giftsBetween: db
    .select(gifts)
    .from(documentLines)
    .where(
      and(
        within(documentLines.documentId),
        isNotNull(documentLines.giftReason),
        sql`exists (select 1 from ${documents} where ${documents.id} = ${documentLines.documentId} and ${isSold})`,
      ),
    )
    .prepare(),
  giftsOfDay: db
    .select(gifts)
    .from(documents)
    .innerJoin(documentLines, eq(documentLines.documentId, documents.id))
    .where(and(onDay, isSold, isNotNull(documentLines.giftReason)))
    .prepare(),
  owing: db
    .select({
      count: sql<number>`count(*)`,
      amount: sql<Money>`coalesce(sum(${documents.total} - ${documents.paid} + (
        select coalesce(sum(amount), 0) from payments where document_id = documents.id and tender = 'onAccount')), 0)`,
    })
    .from(documents)
    .where(and(inArray(documents.paymentState, OWING), onDay))
    .prepare(),
  confirmed: db
    .select({ count: sql<number>`count(*)`, amount: sql<Money>`coalesce(sum(${documents.total}), 0)` })
    .from(documents)
    .where(sql`${documents.state} = 'confirmed' and ${documents.state} <> 'completed'`)
    .prepare(),
}))

/** Ids grow in the order in which documents were issued; 0 before the first. */
export function newestDocumentId(db: ReadDb): Id {
  return statements(db).newest.get()?.id ?? 0
}

export interface DocumentSums {
  readonly byKind: readonly {
    readonly kind: DocumentKind
    readonly isVoided: 0 | 1
    readonly count: number
    readonly total: Money
    readonly discounts: Money
    readonly roundOff: Money
  }[]
  readonly gifts: { readonly count: number; readonly amount: Money; readonly discounts: Money }
}

const NO_GIFTS = { count: 0, amount: 0 as Money, discounts: 0 as Money }

/** Of the documents after one up to another. */
export function documentSumsBetween(db: ReadDb, after: Id, to: Id): DocumentSums {
  const { between, giftsBetween } = statements(db)
  return { byKind: between.all({ after, to }), gifts: giftsBetween.get({ after, to }) ?? NO_GIFTS }
}

export function documentSumsOfDay(db: ReadDb, businessDay: BusinessDay): DocumentSums {
  const { ofDay, giftsOfDay } = statements(db)
  return { byKind: ofDay.all({ businessDay }), gifts: giftsOfDay.get({ businessDay }) ?? NO_GIFTS }
}

/** The documents of a day that are not paid, or on account, and what is owed on them. */
export function owingOfDay(db: ReadDb, businessDay: BusinessDay): { count: number; amount: Money } {
  return statements(db).owing.get({ businessDay }) ?? { count: 0, amount: 0 as Money }
}

/** Orders that wait to be handed over. A counter sale never does. */
export function notHandedOver(db: ReadDb): { count: number; amount: Money } {
  return statements(db).confirmed.get() ?? { count: 0, amount: 0 as Money }
}
