/**
 * The statements behind the list of documents, one per combination of filters, each kept. Every one reads an index in the
 * list's own order and stops at the limit; where that holds for each customer alone, the customers' first pages are merged.
 */
import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { PaymentState } from '../../../contract/documents.ts'
import { documents } from './tables.ts'

/** 未收: what is not paid, or not wholly. */
export const OWING: PaymentState[] = ['unpaid', 'partPaid', 'onAccount']

/** Which documents are looked through: all, some that are known by their ids, or those of some customers or payment states. */
export type Base = 'all' | 'ids' | 'customers' | 'owing'
export const FILTERS = ['kind', 'payment', 'owing', 'state', 'from', 'to', 'customerId', 'after'] as const
export type Filter = (typeof FILTERS)[number]

const row = {
  id: documents.id,
  number: documents.number,
  kind: documents.kind,
  state: documents.state,
  paymentState: documents.paymentState,
  party: documents.party,
  firstTitle: documents.firstTitle,
  lineCount: documents.lineCount,
  total: documents.total,
  businessDay: documents.businessDay,
  recordedAt: documents.recordedAt,
  staffId: documents.staffId,
  channel: documents.channel,
}

/** The documents of one customer or payment state, read beside `documents` itself. */
const own = alias(documents, 'own')
const limit = sql.placeholder('limit')

/** Given: `ids` or `customerIds` as lists, the filters' values, `afterDay` and `afterId`, `limit`. */
export const listing = prepared((db: ReadDb) => {
  const build = (base: Base, filters: ReadonlySet<Filter>) => {
    const listed = db.select(row)
    const found =
      base === 'all'
        ? listed.from(documents).where(and(...conditions(documents, filters)))
        : base === 'ids'
          ? listed
              .from(sql`json_each(${sql.placeholder('ids')}) as wanted`)
              .crossJoin(documents)
              .where(and(sql`${documents.id} = wanted.value`, ...conditions(documents, filters)))
          : listed
              .from(sql`json_each(${sql.placeholder(base === 'owing' ? 'states' : 'customerIds')}) as wanted`)
              .crossJoin(documents)
              .where(sql`${documents.id} in (${firstOfOne(base, filters)})`)
    return found.orderBy(desc(documents.businessDay), desc(documents.id)).limit(limit).prepare()
  }
  const kept = new Map<string, ReturnType<typeof build>>()
  return (base: Base, filters: ReadonlySet<Filter>) => {
    const key = [base, ...filters].join(' ')
    const statement = kept.get(key) ?? build(base, filters)
    kept.set(key, statement)
    return statement
  }
})

/** As many of one customer's or one payment state's documents as a page could hold, by an index that knows kind and payment. */
function firstOfOne(base: Base, filters: ReadonlySet<Filter>): SQL {
  const where =
    base === 'owing'
      ? and(sql`${own.paymentState} = wanted.value`, ...conditions(own, filters))
      : and(sql`${own.customerId} = wanted.value`, ...conditions(own, filters, sql`+`))
  return sql`select ${own.id} from ${documents} as ${sql.identifier('own')} where ${where}
    order by ${own.businessDay} desc, ${own.id} desc limit ${limit}`
}

/** @param plain written before a column, keeps SQLite from choosing an index by it */
function conditions(table: typeof documents | typeof own, filters: ReadonlySet<Filter>, plain = sql``): SQL[] {
  const { kind, paymentState, state, businessDay, id, customerId } = table
  const given = (name: string) => sql.placeholder(name)
  // Few documents are not simply done: their own index is the best, and wants to be told in its own words.
  const beside = filters.has('state') && table === documents ? sql`+` : plain
  const all: Record<Filter, SQL> = {
    kind: sql`${beside}${kind} = ${given('kind')}`,
    payment: sql`${beside}${paymentState} = ${given('payment')}`,
    owing: sql`+${paymentState} in ${OWING}`,
    state: sql`${plain}${state} = ${given('state')} and ${state} <> 'completed'`,
    from: sql`${businessDay} >= ${given('from')}`,
    to: sql`${businessDay} <= ${given('to')}`,
    customerId: eq(customerId, given('customerId')),
    after: sql`(${businessDay}, ${id}) < (${given('afterDay')}, ${given('afterId')})`,
  }
  return FILTERS.filter((name) => filters.has(name)).map((name) => all[name])
}
