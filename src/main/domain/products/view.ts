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

/** The few rows of a product are put in order here: for each of them SQLite would make a table first. */
const statements = prepared((db: ReadDb) => ({
  product: db.select().from(products).where(eq(products.id, productId)).prepare(),
  units: db
    .select({
      name: productUnits.name,
      factor: productUnits.factor,
      price: productUnits.price,
      memberPrice: productUnits.memberPrice,
      wholesalePrice: productUnits.wholesalePrice,
    })
    .from(productUnits)
    .where(eq(productUnits.productId, productId))
    .prepare(),
  skus: db.select().from(skus).where(eq(skus.productId, productId)).orderBy(skus.id).prepare(),
  barcodes: db
    .select({ id: barcodes.id, skuId: barcodes.skuId, barcode: barcodes.barcode, unit: barcodes.unit })
    .from(skus)
    .innerJoin(barcodes, eq(barcodes.skuId, skus.id))
    .where(eq(skus.productId, productId))
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
  const labels = ofSkus.all({ productId: id }).sort((a, b) => a.id - b.id)
  const bySku = Map.groupBy(labels, ({ skuId }) => skuId)
  return {
    product: found,
    units: units.all({ productId: id }).sort((a, b) => a.factor - b.factor || (a.name < b.name ? -1 : 1)),
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
    brand: product.brand ?? '',
    season: product.season ?? '',
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
