/** Says what was scanned or typed, by B-tree: a barcode, a SKU's code, or a product's. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Id } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import { barcodes, products, skus } from './tables.ts'

const code = sql.placeholder('code')

const statements = prepared((db: ReadDb) => ({
  byBarcode: db
    .select({ skuId: barcodes.skuId, unit: barcodes.unit })
    .from(barcodes)
    .where(and(eq(barcodes.barcode, code), isNull(barcodes.archivedAt)))
    .prepare(),
  skuByCode: db
    .select({ skuId: skus.id, unit: products.baseUnit })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .where(and(eq(skus.code, code), isNull(skus.archivedAt)))
    .prepare(),
  productByCode: db
    .select({ productId: products.id, unit: products.baseUnit })
    .from(products)
    .where(and(eq(products.code, code), isNull(products.archivedAt)))
    .prepare(),
  byPlu: db
    .select({ skuId: skus.id, unit: products.baseUnit, price: skus.price })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .where(and(eq(skus.plu, code), isNull(skus.archivedAt)))
    .prepare(),
  skusInUse: db
    .select({ skuId: skus.id })
    .from(skus)
    .where(and(eq(skus.productId, sql.placeholder('productId')), isNull(skus.archivedAt)))
    .limit(2)
    .prepare(),
}))

export type Identified =
  { readonly skuId: Id; readonly unit: string } | { readonly productId: Id; readonly unit: string }

/** Barcodes before codes, as typed before in capitals. What is archived is not meant. */
export function identified(db: ReadDb, typed: string): Identified | undefined {
  const { byBarcode, skuByCode, productByCode } = statements(db)
  for (const spelling of new Set([typed, typed.toUpperCase()])) {
    const found =
      firstOf(barcodeSpellings(spelling), (barcode) => byBarcode.get({ code: barcode })) ??
      skuByCode.get({ code: spelling }) ??
      productByCode.get({ code: spelling })
    if (found) return found
  }
  return undefined
}

/** A product's code means its SKU only where it has one. */
export function identifiedSku(db: ReadDb, typed: string): { readonly skuId: Id; readonly unit: string } | undefined {
  const found = identifiedGoods(db, typed)
  return found && 'skuId' in found ? found : undefined
}

/** A SKU, or a product where its code stands for several. */
export function identifiedGoods(db: ReadDb, typed: string): Identified | undefined {
  const found = identified(db, typed)
  if (!found || 'skuId' in found) return found
  const [only, another] = statements(db).skusInUse.all({ productId: found.productId })
  if (only && !another) return { skuId: only.skuId, unit: found.unit }
  return only && found
}

/** The goods that a label scale knows by that item code. */
export function weighedSku(db: ReadDb, itemCode: string) {
  return statements(db).byPlu.get({ code: itemCode })
}

/** Scanners differ on whether a 12-digit UPC begins with a zero. */
function barcodeSpellings(barcode: string): readonly string[] {
  if (/^\d{12}$/.test(barcode)) return [barcode, `0${barcode}`]
  return /^0\d{12}$/.test(barcode) ? [barcode, barcode.slice(1)] : [barcode]
}

function firstOf<T, R>(choices: readonly T[], find: (choice: T) => R | undefined): R | undefined {
  for (const choice of choices) {
    const found = find(choice)
    if (found !== undefined) return found
  }
  return undefined
}
