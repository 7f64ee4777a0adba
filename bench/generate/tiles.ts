import type Database from 'better-sqlite3'
import { TILE_PLACES } from '../../src/contract/tiles.ts'
import { tiles } from '../../src/main/domain/tiles/tables.ts'
import { inserter } from './rows.ts'

/** What sold most in the newest sales has its place at the counter, as the opening of a shift gives it. */
export function writeTiles(sqlite: Database.Database): void {
  const insert = inserter(sqlite, tiles)
  const mostSold = sqlite
    .prepare<[number], number>(
      `SELECT skus.product_id
       FROM (SELECT id FROM documents WHERE kind = 'sale' ORDER BY business_day DESC, id DESC LIMIT 1000) AS sale
       CROSS JOIN document_lines ON document_lines.document_id = sale.id
       JOIN skus ON skus.id = document_lines.sku_id
       WHERE skus.archived_at IS NULL
       GROUP BY skus.product_id ORDER BY count(*) DESC, skus.product_id LIMIT ?`,
    )
    .pluck()
    .all(TILE_PLACES)
  mostSold.forEach((productId, at) => insert({ place: at + 1, productId, pinned: false }))
}
