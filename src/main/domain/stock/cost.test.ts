import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money, Quantity, UnitPrice } from '../../../contract/values.ts'
import { bringIn, EMPTY, takeOut, worth, type Level } from './cost.ts'

const pieces = (n: number) => (n * 1_000) as Quantity
const yuan = (n: number) => (n * 100) as Money
const level = (onHand: number, value: number, lastCost = 0): Level => ({
  onHand: pieces(onHand),
  value: yuan(value),
  lastCost: (lastCost * 10_000) as UnitPrice,
})

describe('moving average', () => {
  test('goods at two prices leave at their average', () => {
    const after = bringIn(bringIn(EMPTY, pieces(10), yuan(100), 2).level, pieces(10), yuan(200), 2).level
    const { value, level: left } = takeOut(after, pieces(5), 2)
    expect(value).toBe(yuan(75))
    expect(left).toMatchObject({ onHand: pieces(15), value: yuan(225) })
  })

  test('the last piece takes what is left of the value', () => {
    const { value, level: left } = takeOut(
      { onHand: pieces(3), value: 1_000 as Money, lastCost: 0 as UnitPrice },
      pieces(2),
      2,
    )
    expect(value).toBe(667)
    expect(takeOut(left, pieces(1), 2)).toMatchObject({ value: 333, level: { onHand: 0, value: 0 } })
  })

  test('what leaves while nothing is there leaves at the last known cost', () => {
    const { value, level: left } = takeOut(level(2, 20), pieces(5), 2)
    expect(value).toBe(yuan(50))
    expect(left).toMatchObject({ onHand: pieces(-3), value: yuan(-30), lastCost: 100_000 })
  })

  test('goods that left before they came are settled at what they really cost', () => {
    const { correction, level: after } = bringIn(level(-3, -30, 10), pieces(5), yuan(60), 2)
    expect(correction).toBe(yuan(-6))
    expect(after).toMatchObject({ onHand: pieces(2), value: yuan(24) })
  })

  test('a partial arrival settles only its part', () => {
    const { correction, level: after } = bringIn(level(-4, -40, 10), pieces(1), yuan(12), 2)
    expect(correction).toBe(yuan(-2))
    expect(after).toMatchObject({ onHand: pieces(-3), value: yuan(-30) })
  })

  test('found goods are worth what the others are', () => {
    expect(worth(level(4, 50), pieces(2), 2)).toBe(yuan(25))
    expect(worth(level(0, 0, 7), pieces(2), 2)).toBe(yuan(14))
  })
})

test('whatever comes and goes, the value is the sum of what moved, and nothing on hand is worth nothing', () => {
  const step = fc.record({
    out: fc.boolean(),
    count: fc.integer({ min: 1, max: 20_000 }),
    value: fc.integer({ min: 0, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = EMPTY
      let onHand = 0
      let value = 0
      for (const { out, count, value: worthOf } of steps) {
        if (out) {
          const taken = takeOut(now, count as Quantity, 2)
          onHand -= count
          value -= taken.value
          now = taken.level
        } else {
          const brought = bringIn(now, count as Quantity, worthOf as Money, 2)
          onHand += count
          value += worthOf + brought.correction
          now = brought.level
        }
        expect(now).toMatchObject({ onHand, value })
        if (onHand === 0) expect(value).toBe(0)
        if (onHand > 0) expect(value).toBeGreaterThanOrEqual(0)
        if (onHand < 0) expect(value).toBeLessThanOrEqual(0)
      }
    }),
    { numRuns: 2_000 },
  )
})
