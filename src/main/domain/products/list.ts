/** The list of SKUs, newest first. */
import { desc, eq, sql, type SQL } from 'drizzle-orm'
import type { ProductInput, SkuRow } from '../../../contract/products.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { BEFORE, LISTED_ID, newest, NO_BOUND } from '../../database/newest.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { cursorId, pageFrom } from '../cursor.ts'
import { skusWhoseStock } from '../stock/queries-by-level.ts'
import { matchOf } from '../words.ts'
import { holdingsFor, type Held } from './holdings.ts'
import { identified } from './identified.ts'
import { products, productSearch, skus } from './tables.ts'

export interface SkuFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly search: string
  readonly kind?: ProductInput['kind'] | undefined
  readonly stock: 'any' | 'negative' | 'none' | 'some'
  /** Archived ones too. */
  readonly archived: boolean
  /** Only what waits for the rest of its particulars. */
  readonly incomplete?: boolean
}

const every = sql`select ${skus.id} from ${skus} where ${skus.id} < ${BEFORE}`
const gone = sql`${every} and ${skus.archivedAt} is not null`
const services = sql`select ${skus.id} from ${products} cross join ${skus} on ${skus.productId} = ${products.id}
  where ${products.kind} = 'service' and ${skus.id} < ${BEFORE}`
const unfinished = sql`select ${skus.id} from ${products} cross join ${skus} on ${skus.productId} = ${products.id}
  where ${products.incomplete} = 1 and ${skus.id} < ${BEFORE}`
const bases = {
  every,
  sku: sql`${every} and ${skus.id} = ${sql.placeholder('skuId')}`,
  product: sql`${every} and ${skus.productId} = ${sql.placeholder('productId')}`,
  words: sql`select rowid as id from ${productSearch}
    where ${productSearch} match ${sql.placeholder('match')} and rowid < ${BEFORE}`,
}
type Base = keyof typeof bases

/** The filters as sets; only goods can be out of stock. */
function setsOf({ kind, stock, archived, incomplete }: Pick<SkuFilter, 'kind' | 'stock' | 'archived' | 'incomplete'>): {
  within: SQL[]
  without: SQL[]
} {
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
  return { within, without }
}

const statements = prepared((db: ReadDb) => {
  const listing = (base: Base, filter: SkuFilter) =>
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
      })
      .from(newest({ base: bases[base], ...setsOf(filter) }))
      .innerJoin(skus, eq(skus.id, LISTED_ID))
      .innerJoin(products, eq(products.id, skus.productId))
      .orderBy(desc(skus.id))
      .prepare()
  const kept = new Map<string, ReturnType<typeof listing>>()
  return (base: Base, filter: SkuFilter) => {
    const key = [base, filter.kind, filter.stock, filter.archived, filter.incomplete].join(' ')
    const statement = kept.get(key) ?? listing(base, filter)
    kept.set(key, statement)
    return statement
  }
})

/** First says what was typed: exactly a code or a barcode, or else words. */
export function listSkus(ctx: ReadContext, filter: SkuFilter): { rows: SkuRow[]; next: string | null } {
  const found = searched(ctx.db, filter.search.trim())
  if (!found) return { rows: [], next: null }
  const { base, ...parameters } = found
  const bounds = { before: cursorId(filter.after) ?? NO_BOUND, limit: filter.limit + 1 }
  const rows = statements(ctx.db)(base, filter).all({ ...bounds, ...parameters })
  const holdingOf = holdingsFor(
    ctx,
    rows.map(({ skuId }) => skuId),
  )
  return pageFrom(
    rows,
    filter.limit,
    ({ skuId }) => skuId,
    (row) => shownRow(row, holdingOf),
  )
}

interface Searched {
  readonly base: Base
  readonly skuId?: Id
  readonly productId?: Id
  readonly match?: string
}

function searched(db: ReadDb, typed: string): Searched | undefined {
  if (typed === '') return { base: 'every' }
  const found = identified(db, typed)
  if (found)
    return 'skuId' in found ? { base: 'sku', skuId: found.skuId } : { base: 'product', productId: found.productId }
  const match = matchOf(typed)
  return match === undefined ? undefined : { base: 'words', match }
}

/** One SKU as the list shows it; an archived one too. */
export function listedSku(ctx: ReadContext, skuId: Id): SkuRow | null {
  const row = statements(ctx.db)('sku', { ...WHOLE, archived: true }).get({ before: NO_BOUND, limit: 1, skuId })
  return row ? shownRow(row, holdingsFor(ctx, [skuId])) : null
}

/** The variants of a product that are in use, in its own order. */
export function listedSkusOf(ctx: ReadContext, productId: Id): SkuRow[] {
  const bounds = { before: NO_BOUND, limit: MOST_VARIANTS, productId }
  const rows = statements(ctx.db)('product', WHOLE).all(bounds).reverse()
  const holdingOf = holdingsFor(
    ctx,
    rows.map(({ skuId }) => skuId),
  )
  return rows.map((row) => shownRow(row, holdingOf))
}

const WHOLE = { limit: 1, search: '', stock: 'any', archived: false } as const
const MOST_VARIANTS = 1_000

type Row = Omit<SkuRow, 'colour' | 'size' | 'weighed' | 'incomplete' | 'archived' | keyof Held> & {
  readonly colour: string | null
  readonly size: string | null
  readonly weighed: boolean | null
  readonly incomplete: boolean | null
  readonly archivedAt: Time | null
}

function shownRow({ archivedAt, ...row }: Row, holdingOf: (skuId: Id) => Held): SkuRow {
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
