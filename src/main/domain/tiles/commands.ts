/** Gives the places of the tiles (常用商品). They change when a shift is opened and when somebody pins, never in between. */
import { eq, sql } from 'drizzle-orm'
import { TILE_PLACES } from '../../../contract/tiles.ts'
import type { Id } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import { daysBefore } from '../business-day.ts'
import type { CommandContext, Refs } from '../context.ts'
import { linesBySku } from '../documents/queries-sold.ts'
import { refuse } from '../errors.ts'
import { isInUse, productsOfSkus } from '../products/queries-in-use.ts'
import { seatsOf } from './queries.ts'
import { freePlaces, seatAnew, seatPinned, type Seat } from './seats.ts'
import { tiles } from './tables.ts'

/** The last weeks, and of a busy shop its last sales: enough to know what sells, and never a long look. */
const DAYS = 28
const SALES = 1_000

const insertTile = insertInto(tiles)
const statements = prepared((db: WriteDb) => ({
  count: db
    .select({ count: sql<number>`count(*)` })
    .from(tiles)
    .prepare(),
  leave: db
    .delete(tiles)
    .where(eq(tiles.place, sql.placeholder('place')))
    .prepare(),
}))

/** The most sold products of the last weeks take the places of those that sell less; what is out of use leaves. */
export function reseatTiles(ctx: CommandContext): void {
  const before = seatsOf(ctx.db)
  const inUse = before.filter(({ productId }) => isInUse(ctx.db, productId))
  save(ctx.db, before, seatAnew(inUse, mostSold(ctx)))
}

function mostSold({ db, businessDay }: CommandContext): Id[] {
  const sold = linesBySku(db, { since: daysBefore(businessDay, DAYS), sales: SALES })
  const productOf = productsOfSkus(db, [...sold.keys()])
  const times = new Map<Id, number>()
  for (const [skuId, count] of sold) {
    const productId = productOf.get(skuId)
    if (productId !== undefined) times.set(productId, count + (times.get(productId) ?? 0))
  }
  return [...times].toSorted(([a, timesA], [b, timesB]) => timesB - timesA || a - b).map(([productId]) => productId)
}

/** While there are places left, what is sold for the first time takes the next one: a new shop need not wait for tomorrow. */
export function seatSold({ db }: CommandContext, productIds: readonly Id[]): void {
  if (productIds.length === 0 || (statements(db).count.get()?.count ?? 0) >= TILE_PLACES) return
  const seats = seatsOf(db)
  const places = freePlaces(seats)
  const coming = [...new Set(productIds)].filter((id) => !seats.some(({ productId }) => productId === id))
  coming.slice(0, places.length).forEach((productId, at) => {
    insertTile(db, { place: places[at] ?? 0, productId, pinned: false })
  })
}

interface Pin {
  readonly productId: Id
  readonly pinned: boolean
}

export function pinTile(ctx: CommandContext, { productId, pinned }: Pin): Refs {
  if (!isInUse(ctx.db, productId)) refuse('PRODUCT_NOT_FOUND')
  const before = seatsOf(ctx.db)
  save(ctx.db, before, seatPinned(before, productId, pinned) ?? refuse('TILES_FULL', { places: TILE_PLACES }))
  return { product: productId }
}

/** Only what changed is written, first all that leave. */
function save(db: WriteDb, before: readonly Seat[], after: readonly Seat[]): void {
  const differs = (others: readonly Seat[]) => (seat: Seat) => !others.some((other) => isSame(other, seat))
  for (const { place } of before.filter(differs(after))) statements(db).leave.run({ place })
  for (const seat of after.filter(differs(before))) insertTile(db, seat)
}

const isSame = (a: Seat, b: Seat): boolean =>
  a.place === b.place && a.productId === b.productId && a.pinned === b.pinned
