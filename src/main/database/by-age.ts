/** Lists by age, newest or oldest first. Ids are given as things happen, so that every index that ends with them has both orders. */
import { asc, desc, gt, lt, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Order } from '../../contract/paging.ts'
import { NO_BOUND } from './newest.ts'

const EDGE = sql`cast(${sql.placeholder('edge')} as integer)`

/** What comes after the page before; `edge` is given as `edgeOf` says. */
export const beyondEdge = (id: AnyColumn, order: Order): SQL => (order === 'asc' ? gt(id, EDGE) : lt(id, EDGE))

export const byAge = (id: AnyColumn, order: Order): SQL => (order === 'asc' ? asc(id) : desc(id))

/** @param after the id that the page before ended with, null for the first page */
export const edgeOf = (after: number | null, order: Order): number => after ?? (order === 'asc' ? 0 : NO_BOUND)
