/** Products in use, by the number of their variants that are sold. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SkuRow } from '../../../contract/products.ts'
import type { Id, UnitPrice } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { listedSku } from './list.ts'
import { products, skus } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  ofSkus: db
    .select({ skuId: skus.id, productId: skus.productId })
    .from(skus)
    .where(and(isAnyOf(skus.id, 'skuIds'), isNull(skus.archivedAt)))
    .prepare(),
  inUse: db
    .select({
      id: products.id,
      title: products.title,
      price: sql<UnitPrice>`min(${skus.price})`,
      highestPrice: sql<UnitPrice>`max(${skus.price})`,
      skuCount: sql<number>`count(*)`,
      firstSkuId: sql<Id>`min(${skus.id})`,
    })
    .from(products)
    .innerJoin(skus, eq(skus.productId, products.id))
    .where(and(isAnyOf(products.id, 'productIds'), isNull(skus.archivedAt)))
    .groupBy(products.id)
    .prepare(),
}))

/** Which product each SKU belongs to; those out of use are left out. */
export function productsOfSkus(db: ReadDb, skuIds: readonly Id[]): Map<Id, Id> {
  const rows = statements(db).ofSkus.all({ skuIds: listOf(skuIds) })
  return new Map(rows.map(({ skuId, productId }) => [skuId, productId]))
}

export interface ProductInUse {
  readonly id: Id
  readonly title: string
  readonly price: UnitPrice
  readonly highestPrice: UnitPrice
  readonly skuCount: number
  readonly firstSkuId: Id
}

/** Those of the products that have a variant in use, with what its variants cost. */
export function productsInUse(db: ReadDb, productIds: readonly Id[]): Map<Id, ProductInUse> {
  const rows = statements(db).inUse.all({ productIds: listOf(productIds) })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The one SKU of a product that has no other in use; null for a 款. */
export const onlySkuOf = (ctx: ReadContext, { skuCount, firstSkuId }: ProductInUse): SkuRow | null =>
  skuCount === 1 ? listedSku(ctx, firstSkuId) : null

export const isInUse = (db: ReadDb, productId: Id): boolean => productsInUse(db, [productId]).size === 1
