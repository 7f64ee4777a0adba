/** Products as they are named in files: by code, archived ones too, or by a barcode. */
import type { ProductInput } from '../../../contract/products.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { productRecord } from './view.ts'

/** In plain SQL and without drizzle in between: they are asked for every line of a file. */
const byCode = prepared(({ $client }: ReadDb) =>
  $client
    .prepare(
      `select coalesce(
         (select id from products where code = :name and archived_at is null),
         (select id from products where code = :name and archived_at is not null order by id desc limit 1))`,
    )
    .pluck(),
)
const skuByCode = prepared(({ $client }: ReadDb) =>
  $client.prepare(
    `select skus.id, products.kind from skus join products on products.id = skus.product_id
     where skus.code = ? and skus.archived_at is null`,
  ),
)
const byLabel = prepared(({ $client }: ReadDb) =>
  $client
    .prepare(
      `select product_id from skus where code = :name and archived_at is null
       union all
       select skus.product_id from barcodes join skus on skus.id = barcodes.sku_id
       where barcodes.barcode = :name and barcodes.archived_at is null
       limit 1`,
    )
    .pluck(),
)

/** One in use before an archived one, the newest before older ones. */
export function productIdByCode(db: ReadDb, code: string): Id | undefined {
  return (byCode(db).get({ name: code }) as Id | null) ?? undefined
}

/** The variant in use that has this very code. */
export function skuNamed(
  db: ReadDb,
  code: string,
): { readonly id: Id; readonly kind: ProductInput['kind'] } | undefined {
  return skuByCode(db).get(code) as { id: Id; kind: ProductInput['kind'] } | undefined
}

/** The product in use that one of its variants is named so, by code or by barcode. */
export function productIdByLabel(db: ReadDb, label: string): Id | undefined {
  return byLabel(db).get({ name: label }) as Id | undefined
}

export type KnownProduct = ProductInput & {
  readonly productId: Id
  readonly archived: boolean
  readonly skus: (ProductInput['skus'][number] & { readonly id: Id })[]
}

/** A product as it would be typed to leave it as it is. */
export function productAsTyped(db: ReadDb, productId: Id): KnownProduct {
  const { product, units, skus: ofProduct, barcodesOf } = productRecord(db, productId)
  const { code, title, kind, category, baseUnit, taxRate, archivedAt } = product
  const weighed = product.weighed ?? false
  const { brand, season } = { brand: product.brand ?? '', season: product.season ?? '' }
  return {
    ...{ productId, code, title, kind, category, brand, season, baseUnit, taxRate, weighed, units },
    archived: archivedAt !== null,
    skus: ofProduct.map((sku) => ({
      id: sku.id,
      code: sku.code,
      variant: sku.variant,
      colour: sku.colour ?? '',
      size: sku.size ?? '',
      plu: sku.plu ?? '',
      price: sku.price,
      floorPrice: sku.floorPrice,
      memberPrice: sku.memberPrice,
      wholesalePrice: sku.wholesalePrice,
      tagPrice: sku.tagPrice,
      barcodes: barcodesOf(sku.id),
      // Those that went with their product come back with it.
      archived: sku.archivedAt !== null && sku.archivedAt !== archivedAt,
    })),
  }
}
