/** The list of SKUs: newest first, or sorted. */
import { desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Order } from '../../../contract/paging.ts'
import type { ListedSku, SkuRow, SkuSort } from '../../../contract/products.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { LISTED_ID, newest, NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import { asListed, LISTED_KEY, type Sorting } from '../../database/sorted.ts'
import { mustHave, type ReadContext } from '../context.ts'
import { cursorId, pageFrom, sortCursor, sortCursorFrom } from '../cursor.ts'
import { holdingsFor, type Held } from './holdings.ts'
import { particularsOf } from './particulars.ts'
import { searched, setsOf, type Base, type Searched, type SkuFilters } from './sku-sets.ts'
import { boundsOfUnmoved, isByNumber, sortedSkus, wayOf, type Sort, type Way } from './sorting.ts'
import { products, skus } from './tables.ts'

export interface SkuFilter extends SkuFilters {
  readonly after?: string | undefined
  readonly limit: number
  readonly search: string
  readonly sort?: SkuSort
  readonly order?: Order
  readonly withParticulars?: boolean
}

const statements = prepared((db: ReadDb) => {
  const reading = (listed: SQL, key: SQL, order: SQL) =>
    db
      .select({
        skuId: skus.id,
        productId: products.id,
        code: skus.code,
        title: products.title,
        variant: skus.variant,
        colour: skus.colour,
        size: skus.size,
        category: products.category,
        kind: products.kind,
        unit: products.baseUnit,
        price: skus.price,
        archivedAt: skus.archivedAt,
        weighed: products.weighed,
        incomplete: products.incomplete,
        key: sql<string | number>`${key}`,
      })
      .from(listed)
      .innerJoin(skus, eq(skus.id, LISTED_ID))
      .innerJoin(products, eq(products.id, skus.productId))
      .orderBy(order)
      .prepare()
  const kept = new Map<string, ReturnType<typeof reading>>()
  const keep = (name: readonly unknown[], make: () => ReturnType<typeof reading>) => {
    const statement = kept.get(name.join(' ')) ?? make()
    kept.set(name.join(' '), statement)
    return statement
  }
  const named = ({ kind, stock, archived, incomplete }: SkuFilters) => [kind, stock, archived, incomplete]
  return {
    newest: (base: Base, filter: SkuFilters) =>
      keep([base, ...named(filter)], () => reading(newest(setsOf(base, filter)), LISTED_ID, desc(LISTED_ID))),
    sorted: (way: Way, base: Base, sort: Sort, filter: SkuFilters, sorting: Sorting) =>
      keep([way, base, sort, sorting.order, sorting.paged, ...named(filter)], () =>
        reading(sortedSkus(way, base, sort, filter, sorting), LISTED_KEY, asListed(sorting)),
      ),
  }
})

/** @param few how many are so few that they are sorted */
export function listSkus(
  ctx: ReadContext,
  filter: SkuFilter,
  few?: number,
): { rows: ListedSku[]; next: string | null } {
  const found = searched(ctx.db, filter.search.trim())
  if (!found) return { rows: [], next: null }
  const { sort = 'newest' } = filter
  if (sort === 'value') mustHave(ctx, 'cost.view')
  const rows = sort === 'newest' ? newestRows(ctx, filter, found) : sortedRows(ctx, filter, found, { sort, few })
  const ids = rows.map(({ skuId }) => skuId)
  const holdingOf = holdingsFor(ctx, ids)
  const particulars = filter.withParticulars ? particularsOf(ctx.db, ids) : undefined
  return pageFrom(
    rows,
    filter.limit,
    ({ skuId, key }) => (sort === 'newest' ? skuId : sortCursor(skuId, key)),
    (row) => ({ ...shownRow(row, holdingOf), ...(particulars && { particulars: particulars.get(row.skuId) }) }),
  )
}

function newestRows({ db }: ReadContext, filter: SkuFilter, { base, ...parameters }: Searched) {
  const bounds = { before: cursorId(filter.after) ?? NO_BOUND, limit: filter.limit + 1 }
  return statements(db)
    .newest(base, filter)
    .all({ ...bounds, ...parameters })
}

function sortedRows(
  { db }: ReadContext,
  filter: SkuFilter,
  { base, ...parameters }: Searched,
  { sort, few }: { readonly sort: Sort; readonly few: number | undefined },
) {
  const { order = 'desc', after, limit } = filter
  const cursor = sortCursorFrom(after, isByNumber(sort))
  const way = wayOf(db, { base, ...parameters }, sort, filter, few)
  const bounds = way === 'levels' ? boundsOfUnmoved(cursor, { order }) : { before: NO_BOUND }
  return statements(db)
    .sorted(way, base, sort, filter, { order, paged: cursor !== null })
    .all({ ...parameters, ...bounds, ...cursor, limit: limit + 1 })
}

/** One SKU as the list shows it; an archived one too. */
export function listedSku(ctx: ReadContext, skuId: Id): SkuRow | null {
  const bounds = { before: NO_BOUND, limit: 1, skuId }
  const row = statements(ctx.db)
    .newest('sku', { ...WHOLE, archived: true })
    .get(bounds)
  return row ? shownRow(row, holdingsFor(ctx, [skuId])) : null
}

/** The variants of a product that are in use, in its own order. */
export function listedSkusOf(ctx: ReadContext, productId: Id): SkuRow[] {
  const bounds = { before: NO_BOUND, limit: MOST_VARIANTS, productId }
  const rows = statements(ctx.db).newest('product', WHOLE).all(bounds).reverse()
  const holdingOf = holdingsFor(
    ctx,
    rows.map(({ skuId }) => skuId),
  )
  return rows.map((row) => shownRow(row, holdingOf))
}

const WHOLE = { stock: 'any', archived: false } as const
const MOST_VARIANTS = 1_000

type Row = Omit<SkuRow, 'colour' | 'size' | 'weighed' | 'incomplete' | 'archived' | keyof Held> & {
  readonly colour: string | null
  readonly size: string | null
  readonly weighed: boolean | null
  readonly incomplete: boolean | null
  readonly archivedAt: Time | null
  /** What the list is sorted by. */
  readonly key: string | number
}

function shownRow({ archivedAt, key: _, ...row }: Row, holdingOf: (skuId: Id) => Held): SkuRow {
  return {
    ...row,
    colour: row.colour ?? '',
    size: row.size ?? '',
    weighed: row.weighed ?? false,
    incomplete: row.incomplete ?? false,
    archived: archivedAt !== null,
    ...holdingOf(row.skuId),
  }
}
