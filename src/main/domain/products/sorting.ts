/** Goods in another order than newest first. */
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { SkuSort } from '../../../contract/products.ts'
import type { ReadDb } from '../../database/connection.ts'
import { idsIn, NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { merged, sortedAlong, sortedFew, type Sorting } from '../../database/sorted.ts'
import type { SortCursor } from '../cursor.ts'
import { isStock, LEVEL_SKU, levelCount, levelOfSku, skusByLevel, skusThatMoved } from '../stock/queries-by-level.ts'
import { bases, found, gone, services, setsOf, type Base, type Searched, type SkuFilters } from './sku-sets.ts'
import { products, skus } from './tables.ts'

export type Sort = Exclude<SkuSort, 'newest'>

/** How the rows come in order: along an index of the SKUs, along one of the levels, or by sorting the few that match. */
export type Way = 'few' | 'along' | 'levels'

/** Up to so many are sorted; more are passed by along the index. */
const FEW = 10_000

export const isByNumber = (sort: Sort): boolean => sort === 'price' || isByLevel(sort)
const isByLevel = (sort: Sort): sort is 'onHand' | 'value' => sort === 'onHand' || sort === 'value'

export function wayOf(db: ReadDb, { base, match }: Searched, sort: Sort, filters: SkuFilters, few = FEW): Way {
  const { kind, stock, incomplete } = filters
  if (base === 'sku' || base === 'product' || kind === 'service' || incomplete) return 'few'
  const many = isByLevel(sort) ? 'levels' : 'along'
  if (match !== undefined) return matchCount(db, match, few + 1) > few ? many : 'few'
  if (stock === 'any' || (stock !== 'negative' && many === 'levels')) return many
  return mostWithStock(db, stock, few + 1) > few ? many : 'few'
}

/** Counted no further than to tell few from many. */
function mostWithStock(db: ReadDb, stock: Exclude<SkuFilters['stock'], 'any'>, most: number): number {
  return stock === 'none' ? lastSkuId(db) - levelCount(db, 'notZero', NO_BOUND) : levelCount(db, stock, most)
}

export function sortedSkus(way: Way, base: Base, sort: Sort, filters: SkuFilters, sorting: Sorting): SQL {
  if (way === 'levels' && isByLevel(sort)) return byLevel(base, sort, filters, sorting)
  if (way === 'along' && !isByLevel(sort)) return along(base, sort, filters, sorting)
  const key = isByLevel(sort) ? levelOfSku(skus.id, sort) : KEYS[sort]
  return sortedFew({ from: skus, id: skus.id, key, ids: idsIn(setsOf(base, filters)) }, sorting)
}

const KEYS = { code: skus.code, title: skus.sortTitle, price: skus.price }

/** All of them: what bounds those that never moved does not bound the others. The plus keeps SQLite from starting there. */
const inWords = (id: SQLWrapper): SQL => sql`+${id} in (${found})`

function along(base: Base, sort: keyof typeof KEYS, { kind, stock, archived }: SkuFilters, sorting: Sorting): SQL {
  const isService = sql`${skus.productId} in (select ${products.id} from ${products} where ${products.kind} = 'service')`
  const where = [
    base === 'words' ? inWords(skus.id) : undefined,
    archived ? undefined : sql`${skus.archivedAt} is null`,
    kind === 'goods' || stock === 'none' ? sql`not ${isService}` : undefined,
    stock === 'some' || stock === 'negative' ? isStock(skus.id, stock) : undefined,
    stock === 'none' ? sql`not ${isStock(skus.id, 'notZero')}` : undefined,
  ]
  return sortedAlong({ from: skus, id: skus.id, key: KEYS[sort], where }, sorting)
}

/** An integer, else FTS5 does not seek by it. */
const SINCE = sql`cast(${sql.placeholder('since')} as integer)`

/** Those that have a level along its index, merged with those that never moved, which stand at zero. */
function byLevel(base: Base, sort: 'onHand' | 'value', { kind, stock, archived }: SkuFilters, sorting: Sorting): SQL {
  const isGone = sql`exists (select 1 from ${skus} where ${skus.id} = ${LEVEL_SKU} and ${skus.archivedAt} is not null)`
  const where = [base === 'words' ? inWords(LEVEL_SKU) : undefined, archived ? undefined : sql`not ${isGone}`]
  const moved = skusByLevel(sort, { is: stock, where }, sorting)
  if (stock === 'negative' || stock === 'some') return merged([moved], sorting)
  const without = [
    skusThatMoved(),
    ...(kind === 'goods' || stock === 'none' ? [services] : []),
    ...(archived ? [] : [gone]),
  ]
  const id = base === 'words' ? sql`rowid` : skus.id
  const from = base === 'words' ? bases.words : bases.every
  const unmoved = sql`select id, 0 as key from (${idsIn({ base: sql`${from} and ${id} > ${SINCE}`, without }, sorting.order)} limit ${sql.placeholder('limit')})`
  return merged([moved, unmoved], sorting)
}

/** Between which ids those lie that never moved: after a cursor above zero none are left to come, below it all. */
export function boundsOfUnmoved(cursor: SortCursor | null, { order }: Pick<Sorting, 'order'>) {
  const all = { before: NO_BOUND, since: 0 }
  if (cursor === null) return all
  const { afterKey, afterId } = cursor
  if (order === 'asc') return Number(afterKey) < 0 ? all : { ...all, since: afterKey === 0 ? afterId : NO_BOUND }
  return Number(afterKey) > 0 ? all : { ...all, before: afterKey === 0 ? afterId : 0 }
}

const statements = prepared((db: ReadDb) => ({
  last: db
    .select({ id: sql<number | null>`max(${skus.id})` })
    .from(skus)
    .prepare(),
  matches: db
    .select({ count: sql<number>`count(*)` })
    .from(sql`(${found} limit ${sql.placeholder('most')})`)
    .prepare(),
}))

const matchCount = (db: ReadDb, match: string, most: number): number =>
  statements(db).matches.get({ match, most })?.count ?? 0

/** None is ever deleted: so many there are. */
const lastSkuId = (db: ReadDb): number => statements(db).last.get()?.id ?? 0
