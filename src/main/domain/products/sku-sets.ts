/** The filters of the list of goods as sets of ids, and what is searched in. */
import { sql } from 'drizzle-orm'
import type { ProductInput } from '../../../contract/products.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, type Sets } from '../../database/newest.ts'
import { skusWhoseStock } from '../stock/queries-by-level.ts'
import { matchOf } from '../words.ts'
import { identified } from './identified.ts'
import { products, productSearch, skus } from './tables.ts'

export interface SkuFilters {
  readonly kind?: ProductInput['kind'] | undefined
  readonly stock: 'any' | 'negative' | 'none' | 'some'
  /** Archived ones too. */
  readonly archived: boolean
  /** Only what waits for the rest of its particulars. */
  readonly incomplete?: boolean
}

const every = sql`select ${skus.id} from ${skus} where ${skus.id} < ${BEFORE}`
export const gone = sql`${every} and ${skus.archivedAt} is not null`
export const services = sql`select ${skus.id} from ${products} cross join ${skus} on ${skus.productId} = ${products.id}
  where ${products.kind} = 'service' and ${skus.id} < ${BEFORE}`
const unfinished = sql`select ${skus.id} from ${products} cross join ${skus} on ${skus.productId} = ${products.id}
  where ${products.incomplete} = 1 and ${skus.id} < ${BEFORE}`
export const found = sql`select rowid as id from ${productSearch}
  where ${productSearch} match ${sql.placeholder('match')}`
export const bases = {
  every,
  sku: sql`${every} and ${skus.id} = ${sql.placeholder('skuId')}`,
  product: sql`${every} and ${skus.productId} = ${sql.placeholder('productId')}`,
  words: sql`${found} and rowid < ${BEFORE}`,
}
export type Base = keyof typeof bases

/** Only goods can be out of stock. Where all are looked through, a filter that leaves few comes first instead. */
export function setsOf(base: Base, { kind, stock, archived, incomplete }: SkuFilters): Sets {
  const within = [
    ...(kind === 'service' ? [services] : []),
    ...(incomplete ? [unfinished] : []),
    ...(stock === 'negative' || stock === 'some' ? [skusWhoseStock(stock)] : []),
  ]
  const without = [
    ...(stock === 'none' ? [skusWhoseStock('notZero')] : []),
    ...(kind === 'goods' || stock === 'none' ? [services] : []),
    ...(archived ? [] : [gone]),
  ]
  const [first, ...others] = within
  return base === 'every' && first !== undefined
    ? { base: first, within: others, without }
    : { base: bases[base], within, without }
}

export interface Searched {
  readonly base: Base
  readonly skuId?: Id
  readonly productId?: Id
  readonly match?: string
}

/** First says what was typed: exactly a code or a barcode, or else words. */
export function searched(db: ReadDb, typed: string): Searched | undefined {
  if (typed === '') return { base: 'every' }
  const found = identified(db, typed)
  if (found)
    return 'skuId' in found ? { base: 'sku', skuId: found.skuId } : { base: 'product', productId: found.productId }
  const match = matchOf(typed)
  return match === undefined ? undefined : { base: 'words', match }
}
