/** 常用商品: the goods that the counter shows while its basket is empty, each at its own place. */
import { z } from 'zod'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { skuRow } from './products.ts'
import { id, requestId, unitPrice } from './values.ts'

/** How many there are. */
export const TILE_PLACES = 24

export const tile = z.object({
  productId: id,
  title: z.string(),
  /** 固定: stays whatever sells. */
  pinned: z.boolean(),
  /** The lowest and the highest of its variants. */
  price: unitPrice,
  highestPrice: unitPrice,
  /** Its only SKU; null for a 款, of which one chooses. */
  sku: skuRow.nullable(),
})
export type Tile = z.infer<typeof tile>

export const tiles = {
  /** In their places; those that go leave theirs to others when a shift is opened, never in between. */
  list: query('tiles.list', { access: 'sales.sell' })
    .route({ method: 'GET', path: '/tiles' })
    .input(z.object({}))
    .output(z.array(tile)),
  /** Keeps a product on the tiles whatever sells, or lets it go again with the rest. */
  pin: command('tiles.pin', { access: 'products.edit' })
    .route({ method: 'POST', path: '/tiles/pins' })
    .input(z.object({ requestId, productId: id, pinned: z.boolean() }))
    .output(z.array(tile))
    .errors(refusals('PRODUCT_NOT_FOUND', 'TILES_FULL')),
}
