/** Keeps the words that SKUs are found by. */
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import { productSearch } from './tables.ts'
import { productRecord } from './view.ts'
import { skuWords, type Described } from './words.ts'

export interface Findable extends Described {
  readonly skuId: Id
}

const insertWords = insertInto(productSearch)
const removeWords = prepared(({ $client }: WriteDb) => $client.prepare('delete from product_search where rowid = ?'))

/** The first words of SKUs that are new. */
export function saveWords(db: WriteDb, skus: readonly Findable[]): void {
  for (const sku of skus) insertWords(db, { rowid: sku.skuId, words: skuWords(sku) })
}

/** Writes the words of all variants again, for each is found by the product's title. */
export function reindex(db: WriteDb, productId: Id): void {
  const { product, skus, barcodesOf } = productRecord(db, productId)
  for (const sku of skus) {
    removeWords(db).run(sku.id)
    saveWords(db, [{ skuId: sku.id, product, sku, barcodes: barcodesOf(sku.id).map(({ barcode }) => barcode) }])
  }
}
