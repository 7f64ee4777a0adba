import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TILE_PLACES } from '../../../contract/tiles.ts'
import { seatAnew, seatPinned, type Seat } from './seats.ts'

const seat = (place: number, productId: number, pinned = false): Seat => ({ place, productId, pinned })
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const full = upTo(TILE_PLACES).map((place) => seat(place, place))

describe('when a shift is opened', () => {
  test('the most sold come first where nobody sat before', () => {
    expect(seatAnew([], [7, 3])).toEqual([seat(1, 7), seat(2, 3)])
  })

  test('whoever stays keeps the place, however they rank by now', () => {
    expect(seatAnew([seat(1, 7), seat(2, 3)], [3, 9, 7])).toEqual([seat(1, 7), seat(2, 3), seat(3, 9)])
  })

  test('who sells no more leaves only when another wants the place', () => {
    expect(seatAnew([seat(1, 7), seat(2, 3)], [3])).toEqual([seat(1, 7), seat(2, 3)])
    const ranked = [...upTo(TILE_PLACES).filter((id) => id !== 5), 99]
    expect(seatAnew(full, ranked)).toEqual(full.map((one) => (one.place === 5 ? seat(5, 99) : one)))
  })

  test('what is pinned stays though it never sells', () => {
    const seats = full.map((one) => ({ ...one, pinned: one.place === 5 }))
    const after = seatAnew(
      seats,
      upTo(TILE_PLACES).map((id) => id + 100),
    )
    expect(after[4]).toEqual(seat(5, 5, true))
    expect(after.filter(({ productId }) => productId > 100)).toHaveLength(TILE_PLACES - 1)
  })
})

describe('pinning', () => {
  test('leaves a product where it is', () => {
    expect(seatPinned([seat(1, 7), seat(2, 3)], 3, true)).toEqual([seat(1, 7), seat(2, 3, true)])
    expect(seatPinned([seat(1, 7), seat(2, 3, true)], 3, false)).toEqual([seat(1, 7), seat(2, 3)])
  })

  test('takes the first free place, else the last that is not pinned', () => {
    expect(seatPinned([seat(1, 7), seat(3, 3)], 9, true)).toEqual([seat(1, 7), seat(2, 9, true), seat(3, 3)])
    expect(seatPinned(full, 99, true)?.at(-1)).toEqual(seat(TILE_PLACES, 99, true))
  })

  test('is refused when every place is pinned', () => {
    const pinned = full.map((one) => ({ ...one, pinned: true }))
    expect(seatPinned(pinned, 99, true)).toBeNull()
    expect(seatPinned(pinned, 99, false)).toEqual(pinned)
  })
})

test('whatever happens, each product has one place and each place one product, and the pinned never move', () => {
  const ids = fc.integer({ min: 1, max: 60 })
  const step = fc.oneof(
    fc.record({ pin: ids, pinned: fc.boolean() }),
    fc.record({ ranked: fc.uniqueArray(ids, { maxLength: 60 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let seats: Seat[] = []
      for (const each of steps) {
        const before = seats
        seats = 'ranked' in each ? seatAnew(seats, each.ranked) : (seatPinned(seats, each.pin, each.pinned) ?? seats)
        expect(new Set(seats.map(({ productId }) => productId)).size).toBe(seats.length)
        expect(seats.map(({ place }) => place)).toEqual(
          [...new Set(seats.map(({ place }) => place))].toSorted((a, b) => a - b),
        )
        expect(seats.length).toBeLessThanOrEqual(TILE_PLACES)
        if ('ranked' in each) expect(seats).toEqual(expect.arrayContaining(before.filter(({ pinned }) => pinned)))
      }
    }),
  )
})
