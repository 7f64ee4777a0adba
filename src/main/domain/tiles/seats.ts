/** Who has which place on the tiles. Pure. */
import { TILE_PLACES } from '../../../contract/tiles.ts'
import type { Id } from '../../../contract/values.ts'

export interface Seat {
  readonly place: number
  readonly productId: Id
  readonly pinned: boolean
}

/**
 * Seats anew by what sells most: whoever stays keeps the place that fingers know, and a place is given away only when
 * somebody who sells more wants it. What is pinned stays.
 * @param ranked products, the most sold first
 */
export function seatAnew(seats: readonly Seat[], ranked: readonly Id[]): Seat[] {
  const pinned = new Set(seats.filter((seat) => seat.pinned).map(({ productId }) => productId))
  const wanted = ranked.filter((productId) => !pinned.has(productId)).slice(0, TILE_PLACES - pinned.size)
  const stays = ({ productId }: Seat) => pinned.has(productId) || wanted.includes(productId)
  const leaving = seats.filter((seat) => !stays(seat)).map(({ place }) => place)
  const places = [...freePlaces(seats), ...leaving]
  const coming = wanted.filter((productId) => !seats.some((seat) => seat.productId === productId))
  const come = coming.flatMap((productId, at) => {
    const place = places[at]
    return place === undefined ? [] : [{ place, productId, pinned: false }]
  })
  const taken = new Set(come.map(({ place }) => place))
  return inOrder([...seats.filter(({ place }) => !taken.has(place)), ...come])
}

/** Pins or lets go. What has no place gets the first free one, else the last that nobody pinned; null when all are. */
export function seatPinned(seats: readonly Seat[], productId: Id, pinned: boolean): Seat[] | null {
  const own = seats.find((seat) => seat.productId === productId)
  if (!own && !pinned) return [...seats]
  const place = own?.place ?? freePlaces(seats)[0] ?? seats.findLast((seat) => !seat.pinned)?.place
  if (place === undefined) return null
  return inOrder([...seats.filter((seat) => seat.place !== place), { place, productId, pinned }])
}

export function freePlaces(seats: readonly Seat[]): number[] {
  const taken = new Set(seats.map(({ place }) => place))
  return Array.from({ length: TILE_PLACES }, (_, at) => at + 1).filter((place) => !taken.has(place))
}

const inOrder = (seats: readonly Seat[]): Seat[] => seats.toSorted((a, b) => a.place - b.place)
