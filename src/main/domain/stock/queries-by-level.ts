import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { walked, type Sorting } from '../../database/sorted.ts'
import { stockLevels } from './tables.ts'

type Level = 'negative' | 'some' | 'notZero' | 'none'

const { skuId, onHand, value } = stockLevels
const IS: Readonly<Record<Level, SQL>> = {
  negative: sql`${onHand} < 0`,
  some: sql`${onHand} > 0`,
  notZero: sql`${onHand} <> 0`,
  none: sql`${onHand} = 0`,
}

/** The SKUs whose stock is so anywhere, for lists. One that never moved has no level and is in none. */
export function skusWhoseStock(is: 'negative' | 'some' | 'notZero'): SQL {
  return sql`select ${skuId} as id from ${stockLevels} where ${IS[is]} and ${skuId} < ${BEFORE}`
}

/** Whether one SKU's stock is so anywhere, as a condition. */
export function isStock(sku: SQLWrapper, is: Exclude<Level, 'none'>): SQL {
  return sql`exists (select 1 from ${stockLevels} where ${skuId} = ${sku} and ${IS[is]})`
}

/** Every SKU that has a level, for lists. */
export const skusThatMoved = (): SQL => sql`select ${skuId} from ${stockLevels}`

/** What one SKU is sorted by; nothing for one that never moved. */
export function levelOfSku(sku: SQLWrapper, by: 'onHand' | 'value'): SQL {
  return sql`coalesce((select sum(${stockLevels[by]}) from ${stockLevels} where ${skuId} = ${sku}), 0)`
}

/**
 * The SKUs that have a level, in its order. A level is of one warehouse, and so far a shop has one: with more, what is on
 * hand over all of them needs a summary of its own.
 */
export function skusByLevel(
  by: 'onHand' | 'value',
  { is, where }: { readonly is: Exclude<Level, 'notZero'> | 'any'; readonly where: readonly (SQL | undefined)[] },
  sorting: Sorting,
): SQL {
  const key = by === 'onHand' ? onHand : value
  return walked({ from: stockLevels, id: skuId, key, where: [is === 'any' ? undefined : IS[is], ...where] }, sorting)
}

export const LEVEL_SKU = skuId

const counted = (db: ReadDb, is: Exclude<Level, 'none'>) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(sql`(select 1 from ${stockLevels} where ${IS[is]} limit ${sql.placeholder('most')})`)
    .prepare()

const statements = prepared((db: ReadDb) => ({
  skusBelowZero: db
    .select({ count: sql<number>`count(distinct ${skuId})` })
    .from(stockLevels)
    .where(IS.negative)
    .prepare(),
  negative: counted(db, 'negative'),
  some: counted(db, 'some'),
  notZero: counted(db, 'notZero'),
}))

/** How many SKUs were sold below zero somewhere. */
export function negativeStockCount(db: ReadDb): number {
  return statements(db).skusBelowZero.get()?.count ?? 0
}

/** How many levels are so, counted up to `most`. */
export function levelCount(db: ReadDb, is: Exclude<Level, 'none'>, most: number): number {
  return statements(db)[is].get({ most })?.count ?? 0
}
