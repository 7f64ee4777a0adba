/**
 * The statements behind the list of documents, one per combination of filters, each kept. Every one reads an index in the
 * list's own order and stops at the limit; where that holds for each customer alone, the customers' first pages are merged.
 */
import { and, eq, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Order } from '../../../contract/paging.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { PaymentFilter, PaymentState } from '../../../contract/documents.ts'
import { documents } from './tables.ts'

/** 未收: what is not paid, or not wholly. */
export const OWING: PaymentState[] = ['unpaid', 'partPaid', 'onAccount']

/** Which documents are looked through: all, some that are known by their ids, or those of some customers or payment states. */
export type Base = 'all' | 'ids' | 'customers' | 'owing'
export const FILTERS = ['kind', 'payment', 'owing', 'state', 'from', 'to', 'customerId', 'after'] as const
export type Filter = (typeof FILTERS)[number]

interface Asked extends Partial<Record<Exclude<Filter, 'owing' | 'payment'>, unknown>> {
  readonly payment?: PaymentFilter | undefined
}

/** What was asked, with 未收 told apart from the states that are stored. */
export function valuesOf<A extends Asked>(asked: A) {
  const isOwing = asked.payment === 'owing'
  return { ...asked, payment: isOwing ? undefined : asked.payment, owing: isOwing || undefined }
}

/** @param without one that is in what is looked through already */
export const filtersOf = (values: Partial<Record<Filter, unknown>>, without?: Filter): ReadonlySet<Filter> =>
  new Set(FILTERS.filter((name) => name !== without && values[name] !== undefined))

export const row = {
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
  const build = (base: Base, filters: ReadonlySet<Filter>, order: Order) => {
    const listed = db.select(row)
    const found =
      base === 'all'
        ? listed.from(documents).where(and(...conditions(documents, filters, order)))
        : base === 'ids'
          ? listed
              .from(sql`json_each(${sql.placeholder('ids')}) as wanted`)
              .crossJoin(documents)
              .where(and(sql`${documents.id} = wanted.value`, ...conditions(documents, filters, order)))
          : listed
              .from(sql`json_each(${sql.placeholder(base === 'owing' ? 'states' : 'customerIds')}) as wanted`)
              .crossJoin(documents)
              .where(sql`${documents.id} in (${firstOfOne(base, filters, order)})`)
    return found.orderBy(inTime(documents, order)).limit(limit).prepare()
  }
  const kept = new Map<string, ReturnType<typeof build>>()
  return (base: Base, filters: ReadonlySet<Filter>, order: Order) => {
    const key = [order, base, ...filters].join(' ')
    const statement = kept.get(key) ?? build(base, filters, order)
    kept.set(key, statement)
    return statement
  }
})

/** As many of one customer's or one payment state's documents as a page could hold, by an index that knows kind and payment. */
function firstOfOne(base: Base, filters: ReadonlySet<Filter>, order: Order): SQL {
  const where =
    base === 'owing'
      ? and(sql`${own.paymentState} = wanted.value`, ...conditions(own, filters, order))
      : and(sql`${own.customerId} = wanted.value`, ...conditions(own, filters, order, sql`+`))
  return sql`select ${own.id} from ${documents} as ${sql.identifier('own')} where ${where}
    order by ${inTime(own, order)} limit ${limit}`
}

function inTime({ businessDay, id }: typeof documents | typeof own, order: Order): SQL {
  return order === 'asc' ? sql`${businessDay}, ${id}` : sql`${businessDay} desc, ${id} desc`
}

/** @param plain written before a column, keeps SQLite from choosing an index by it */
export function conditions(
  table: typeof documents | typeof own,
  filters: ReadonlySet<Filter>,
  order: Order,
  plain = sql``,
): SQL[] {
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
    after: sql`(${businessDay}, ${id}) ${order === 'asc' ? sql`>` : sql`<`} (${given('afterDay')}, ${given('afterId')})`,
  }
  return FILTERS.filter((name) => filters.has(name)).map((name) => all[name])
}
