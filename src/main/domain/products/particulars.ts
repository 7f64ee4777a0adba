/** What a file of goods says of each beyond the list: all that a person who sees products may open one by one. */
import { eq, sql } from 'drizzle-orm'
import type { SkuParticulars } from '../../../contract/products.ts'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { barcodes, products, productUnits, skus } from './tables.ts'

const labels = sql<string>`(
  SELECT json_group_array(json_object('id', ${barcodes.id}, 'barcode', ${barcodes.barcode}, 'unit', ${barcodes.unit}))
  FROM ${barcodes} WHERE ${barcodes.skuId} = ${skus.id})`
const largerUnits = sql<string>`(
  SELECT json_group_array(json_object('name', ${productUnits.name}, 'factor', ${productUnits.factor},
    'price', ${productUnits.price}, 'memberPrice', ${productUnits.memberPrice}, 'wholesalePrice', ${productUnits.wholesalePrice}))
  FROM ${productUnits} WHERE ${productUnits.productId} = ${products.id})`

const statement = prepared((db: ReadDb) =>
  db
    .select({
      skuId: skus.id,
      styleCode: products.code,
      brand: products.brand,
      season: products.season,
      floorPrice: skus.floorPrice,
      memberPrice: skus.memberPrice,
      wholesalePrice: skus.wholesalePrice,
      tagPrice: skus.tagPrice,
      barcodes: labels,
      units: largerUnits,
    })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .where(isAnyOf(skus.id, 'skuIds'))
    .prepare(),
)

export function particularsOf(db: ReadDb, skuIds: readonly Id[]): ReadonlyMap<Id, SkuParticulars> {
  return new Map(
    statement(db)
      .all({ skuIds: listOf(skuIds) })
      .map(({ skuId, brand, season, barcodes: said, units, ...rest }) => {
        const labelled = JSON.parse(said) as (SkuParticulars['barcodes'][number] & { readonly id: Id })[]
        const larger = JSON.parse(units) as SkuParticulars['units']
        const particulars: SkuParticulars = {
          ...rest,
          brand: brand ?? '',
          season: season ?? '',
          barcodes: labelled.sort((a, b) => a.id - b.id).map(({ barcode, unit }) => ({ barcode, unit })),
          units: larger.sort((a, b) => a.factor - b.factor || (a.name < b.name ? -1 : 1)),
        }
        return [skuId, particulars]
      }),
  )
}
