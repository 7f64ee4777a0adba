/** What other trades of the shop ask about products; the hot path of every sale. */
import { eq, sql } from 'drizzle-orm'
import type { ProductInput } from '../../../contract/products.ts'
import { type Id, type Quantity, type Rate, type UnitPrice } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { BASE_UNIT, type UnitPrices } from '../pricing.ts'
import { products, productUnits, skus } from './tables.ts'

export interface SellableUnit extends UnitPrices {
  readonly name: string
}

/** What a line of a document remembers of its SKU. Its prices are per base unit, a larger unit can have its own. */
export interface SellableSku {
  readonly skuId: Id
  readonly productId: Id
  readonly code: string
  readonly title: string
  readonly variant: string
  readonly kind: ProductInput['kind']
  readonly baseUnit: string
  readonly price: UnitPrice
  readonly floorPrice: UnitPrice | null
  readonly memberPrice: UnitPrice | null
  readonly wholesalePrice: UnitPrice | null
  readonly taxRate: Rate
  readonly archived: boolean
  /** The base unit first. */
  readonly units: readonly SellableUnit[]
}

const largerUnits = sql<string>`(
  SELECT json_group_array(json_array(${productUnits.name}, ${productUnits.factor}, ${productUnits.price},
    ${productUnits.memberPrice}, ${productUnits.wholesalePrice}))
  FROM ${productUnits} WHERE ${productUnits.productId} = ${products.id})`

const statements = prepared((db: ReadDb) => ({
  sellable: db
    .select({
      skuId: skus.id,
      productId: skus.productId,
      code: skus.code,
      title: products.title,
      variant: skus.variant,
      kind: products.kind,
      baseUnit: products.baseUnit,
      price: skus.price,
      floorPrice: skus.floorPrice,
      memberPrice: skus.memberPrice,
      wholesalePrice: skus.wholesalePrice,
      taxRate: products.taxRate,
      archivedAt: skus.archivedAt,
      units: largerUnits,
    })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .where(isAnyOf(skus.id, 'skuIds'))
    .prepare(),
}))

/**
 * SKUs with all that a line needs, archived ones too, and all lines of a sale in one read: two hundred statements cost
 * thirty times as much as one.
 */
export function sellableSkus(db: ReadDb, skuIds: Iterable<Id>): ReadonlyMap<Id, SellableSku> {
  const rows = statements(db).sellable.all({ skuIds: listOf(skuIds) })
  return new Map(
    rows.map(({ archivedAt, units, ...sku }) => {
      return [sku.skuId, { ...sku, archived: archivedAt !== null, units: unitsOf(sku.baseUnit, units) }]
    }),
  )
}

export function sellableSku(db: ReadDb, skuId: Id): SellableSku | undefined {
  return sellableSkus(db, [skuId]).get(skuId)
}

const counts = prepared((db: ReadDb) => ({
  incomplete: db
    .select({ count: sql<number>`count(*)` })
    .from(products)
    // Written out, and the plus before what is no search, so that the partial index serves.
    .where(sql`${products.incomplete} = 1 and +${products.archivedAt} is null`)
    .prepare(),
}))

/** How many products in use wait for the rest of their particulars (待补资料). */
export function incompleteCount(db: ReadDb): number {
  return counts(db).incomplete.get()?.count ?? 0
}

function unitsOf(baseUnit: string, larger: string): readonly SellableUnit[] {
  const base = { name: baseUnit, ...BASE_UNIT }
  if (larger === '[]') return [base]
  const rows = JSON.parse(larger) as [string, Quantity, ...(UnitPrice | null)[]][]
  const units = rows.map(([name, factor, price = null, memberPrice = null, wholesalePrice = null]) => {
    return { name, factor, price, memberPrice, wholesalePrice }
  })
  return [base, ...units.sort((a, b) => a.factor - b.factor)]
}
