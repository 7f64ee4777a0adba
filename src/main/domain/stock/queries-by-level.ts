import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { walked, type Sorting } from '../../database/sorted.ts'
import { stockLevels, stockValues } from './tables.ts'

type Level = 'negative' | 'some' | 'notZero' | 'none'

const { skuId, onHand, value } = stockValues
/** Of all pieces together, but for what is negative: that is so in one warehouse, whatever lies in the others. */
const IS: Readonly<Record<Exclude<Level, 'negative'>, SQL>> = {
  some: sql`${onHand} > 0`,
  notZero: sql`${onHand} <> 0`,
  none: sql`${onHand} = 0`,
}
const IS_NEGATIVE = sql`${stockLevels.onHand} < 0`

/** The SKUs whose stock is so, for lists. One that never moved has none and is in none. */
export function skusWhoseStock(is: 'negative' | 'some' | 'notZero'): SQL {
  if (is !== 'negative') return sql`select ${skuId} as id from ${stockValues} where ${IS[is]} and ${skuId} < ${BEFORE}`
  const sku = stockLevels.skuId
  return sql`select distinct ${sku} as id from ${stockLevels} where ${IS_NEGATIVE} and ${sku} < ${BEFORE}`
}

/** Whether one SKU's stock is so, as a condition. */
export function isStock(sku: SQLWrapper, is: Exclude<Level, 'none'>): SQL {
  return is === 'negative'
    ? sql`exists (select 1 from ${stockLevels} where ${stockLevels.skuId} = ${sku} and ${IS_NEGATIVE})`
    : sql`exists (select 1 from ${stockValues} where ${skuId} = ${sku} and ${IS[is]})`
}

/** Every SKU that ever moved, for lists. */
export const skusThatMoved = (): SQL => sql`select ${skuId} from ${stockValues}`

/** What one SKU is sorted by; nothing for one that never moved. */
export function levelOfSku(sku: SQLWrapper, by: 'onHand' | 'value'): SQL {
  return sql`coalesce((select ${stockValues[by]} from ${stockValues} where ${skuId} = ${sku}), 0)`
}

/** The SKUs that ever moved, in the order of what is on hand of them or what that is worth. */
export function skusByLevel(
  by: 'onHand' | 'value',
  { is, where }: { readonly is: Exclude<Level, 'notZero'> | 'any'; readonly where: readonly (SQL | undefined)[] },
  sorting: Sorting,
): SQL {
  const key = by === 'onHand' ? onHand : value
  const condition = is === 'any' ? undefined : is === 'negative' ? isStock(skuId, is) : IS[is]
  return walked({ from: stockValues, id: skuId, key, where: [condition, ...where] }, sorting)
}

export const LEVEL_SKU = skuId

const counted = (db: ReadDb, is: Exclude<Level, 'none'>) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(sql`(${skusWhoseStock(is)} limit ${sql.placeholder('most')})`)
    .prepare()

const statements = prepared((db: ReadDb) => ({
  negative: counted(db, 'negative'),
  some: counted(db, 'some'),
  notZero: counted(db, 'notZero'),
}))

/** How many SKUs were sold below zero somewhere. */
export function negativeStockCount(db: ReadDb): number {
  return levelCount(db, 'negative', NO_BOUND)
}

/** How many SKUs are so, counted up to `most`. */
export function levelCount(db: ReadDb, is: Exclude<Level, 'none'>, most: number): number {
  return statements(db)[is].get({ most, before: NO_BOUND })?.count ?? 0
}
