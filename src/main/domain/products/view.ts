/** One product with its units and variants. */
import { eq, sql } from 'drizzle-orm'
import type { ProductView } from '../../../contract/products.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { holdingsFor } from './holdings.ts'
import { barcodes, products, productUnits, skus } from './tables.ts'

const productId = sql.placeholder('productId')

const statements = prepared((db: ReadDb) => ({
  product: db.select().from(products).where(eq(products.id, productId)).prepare(),
  units: db
    .select({ name: productUnits.name, factor: productUnits.factor })
    .from(productUnits)
    .where(eq(productUnits.productId, productId))
    .orderBy(productUnits.factor, productUnits.name)
    .prepare(),
  skus: db.select().from(skus).where(eq(skus.productId, productId)).orderBy(skus.id).prepare(),
  barcodes: db
    .select({ skuId: barcodes.skuId, barcode: barcodes.barcode, unit: barcodes.unit })
    .from(skus)
    .innerJoin(barcodes, eq(barcodes.skuId, skus.id))
    .where(eq(skus.productId, productId))
    .orderBy(barcodes.id)
    .prepare(),
}))

export type SkuRecord = typeof skus.$inferSelect

/** A product as it is stored. */
export interface ProductRecord {
  readonly product: typeof products.$inferSelect
  readonly units: ProductView['units']
  readonly skus: readonly SkuRecord[]
  readonly barcodesOf: (skuId: Id) => { barcode: string; unit: string }[]
}

export function productRecord(db: ReadDb, id: Id): ProductRecord {
  const { product, units, skus: ofProduct, barcodes: ofSkus } = statements(db)
  const found = product.get({ productId: id }) ?? refuse('PRODUCT_NOT_FOUND')
  const bySku = Map.groupBy(ofSkus.all({ productId: id }), ({ skuId }) => skuId)
  return {
    product: found,
    units: units.all({ productId: id }),
    skus: ofProduct.all({ productId: id }),
    barcodesOf: (skuId) => (bySku.get(skuId) ?? []).map(({ barcode, unit }) => ({ barcode, unit })),
  }
}

export function getProduct(ctx: ReadContext, { productId: id }: { readonly productId: Id }): ProductView {
  const record = productRecord(ctx.db, id)
  const holdingOf = holdingsFor(
    ctx,
    record.skus.map((sku) => sku.id),
  )
  const { archivedAt, createdAt: _, ...product } = record.product
  return {
    ...product,
    weighed: product.weighed ?? false,
    incomplete: product.incomplete ?? false,
    archived: archivedAt !== null,
    units: record.units,
    skus: record.skus.map(({ archivedAt: skuArchivedAt, productId: __, ...sku }) => ({
      ...sku,
      colour: sku.colour ?? '',
      size: sku.size ?? '',
      plu: sku.plu ?? '',
      archived: skuArchivedAt !== null,
      barcodes: record.barcodesOf(sku.id),
      ...holdingOf(sku.id),
    })),
  }
}

export function productByRefs(ctx: ReadContext, { product }: Refs): ProductView {
  return getProduct(ctx, { productId: Number(product) })
}
