/**
 * Moving average as (quantity, value), in the order of movements, never by date. What leaves takes its share of the value;
 * what leaves while nothing is there leaves at the last known cost, and is settled when goods arrive (DESIGN §7).
 */
import {
  add,
  addQuantity,
  amountOf,
  negate,
  proportion,
  subtract,
  unitPriceOf,
  ZERO,
  type Money,
  type Quantity,
  type UnitPrice,
} from '../../../contract/values.ts'

/** All pieces of a SKU together, and what they are worth. */
export interface Level {
  readonly onHand: Quantity
  readonly value: Money
  /** Per base unit, of what was there last. */
  readonly lastCost: UnitPrice
}

export const EMPTY: Level = { onHand: 0 as Quantity, value: ZERO, lastCost: 0 as UnitPrice }

/** Takes `count` (> 0) out. @returns the value that leaves, and the level after it */
export function takeOut(level: Level, count: Quantity, decimals: number): { value: Money; level: Level } {
  const { onHand, value, lastCost } = level
  const there = Math.max(0, Math.min(onHand, count)) as Quantity
  const known = onHand > 0 && count >= onHand ? unitPriceOf(value, onHand, decimals) : lastCost
  const covered = there === 0 ? ZERO : there === onHand ? value : proportion(value, there, onHand)
  const beyond = amountOf((count - there) as Quantity, known, decimals)
  const out = add(covered, beyond)
  const left = (onHand - count) as Quantity
  return { value: out, level: { onHand: left, value: subtract(value, out), lastCost: known } }
}

/**
 * Brings `count` (> 0) worth `value` in. Where stock was negative, the pieces sold before they came are settled at what
 * they really cost. @returns the correction, a change of value without quantity, and the level after both
 */
export function bringIn(
  level: Level,
  count: Quantity,
  value: Money,
  decimals: number,
): { correction: Money; level: Level } {
  const onHand = addQuantity(level.onHand, count)
  if (level.onHand >= 0) {
    const lastCost = level.onHand === 0 ? unitPriceOf(value, count, decimals) : level.lastCost
    return { correction: ZERO, level: { onHand, value: add(level.value, value), lastCost } }
  }
  const missing = (0 - level.onHand) as Quantity
  const settled = Math.min(count, missing) as Quantity
  const carried = proportion(level.value, settled, missing)
  const correction = negate(add(carried, proportion(value, settled, count)))
  const lastCost = unitPriceOf(value, count, decimals)
  return { correction, level: { onHand, value: add(add(level.value, value), correction), lastCost } }
}

/** What `count` pieces are worth when nobody says: their share of what is there, or the last known cost. */
export function worth(level: Level, count: Quantity, decimals: number): Money {
  return level.onHand > 0 ? proportion(level.value, count, level.onHand) : amountOf(count, level.lastCost, decimals)
}
