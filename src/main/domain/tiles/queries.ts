import type { Tile } from '../../../contract/tiles.ts'
import type { ReadDb } from '../../database/connection.ts'
import { prepared } from '../../database/prepared.ts'
import type { ReadContext } from '../context.ts'
import { onlySkuOf, productsInUse } from '../products/queries-in-use.ts'
import type { Seat } from './seats.ts'
import { tiles } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  seats: db.select().from(tiles).orderBy(tiles.place).prepare(),
}))

export const seatsOf = (db: ReadDb): Seat[] => statements(db).seats.all()

/** The tiles as the counter shows them, in their places; what is out of use is left out. */
export function listTiles(ctx: ReadContext): Tile[] {
  const seats = seatsOf(ctx.db)
  const products = productsInUse(
    ctx.db,
    seats.map(({ productId }) => productId),
  )
  return seats.flatMap(({ productId, pinned }) => {
    const product = products.get(productId)
    if (!product) return []
    const { title, price, highestPrice } = product
    return [{ productId, title, pinned, price, highestPrice, sku: onlySkuOf(ctx, product) }]
  })
}
