/**
 * The values that everything is counted in, and the only place where they are multiplied and divided.
 * All are integers: floats drift, and SQL must never divide (DESIGN §4).
 */
import { z } from 'zod'

/** The most that can be typed, far below the safe integers, so that sums of what was typed stay exact. */
const LIMIT = 100_000_000_000
/** The most that one line or document may come to. */
export const MOST_AMOUNT = 1_000_000_000_000

/** Minor units of the shop's currency (分). */
export const money = z.int().brand<'Money'>()
export type Money = z.infer<typeof money>
/** A typed sum; it cannot be negative. */
export const positiveMoney = z.int().min(0).max(LIMIT).brand<'Money'>()

/** 1/10,000 of the currency's major unit; wholesale prices carry four decimals. */
export const unitPrice = z.int().min(0).brand<'UnitPrice'>()
export type UnitPrice = z.infer<typeof unitPrice>
/** A typed price. */
export const enteredPrice = z.int().min(0).max(LIMIT).brand<'UnitPrice'>()

/** 1/1,000 of a unit, so that weighed goods are exact. */
export const quantity = z.int().brand<'Quantity'>()
export type Quantity = z.infer<typeof quantity>
export const positiveQuantity = z.int().min(1).max(LIMIT).brand<'Quantity'>()
export const nonZeroQuantity = z
  .int()
  .min(-LIMIT)
  .max(LIMIT)
  .refine((n) => n !== 0)
  .brand<'Quantity'>()

/** 1/10,000: tax and discount rates. 9折 is a rate of 9,000 of the price. */
export const rate = z.int().min(0).max(10_000).brand<'Rate'>()
export type Rate = z.infer<typeof rate>

/** A browser's or window's own random name, made once and kept: a ULID. */
export const deviceId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/** Milliseconds since 1970, UTC. */
export const time = z.int().min(0).max(8_640_000_000_000_000).brand<'Time'>()
export type Time = z.infer<typeof time>

/** The shop's trading day, `YYYY-MM-DD` in its own time zone and from its own day-start hour. */
export const businessDay = z.iso.date().brand<'BusinessDay'>()
export type BusinessDay = z.infer<typeof businessDay>

export const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER)
export type Id = z.infer<typeof id>
/** An identity that is unique in the world, for when shops meet (DESIGN §4). */
export const uid = z.string().length(26)

/** Names one wish: sent again after a lost answer, it is carried out once (DESIGN §5). */
export const requestId = z.string().regex(/^[A-Za-z0-9_-]{10,64}$/)

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !hasControlCharacter(text))
/** One line of text that must say something. */
export const text = (max: number) => line(max).refine((value) => value.length > 0)
/** One line of text that may be empty. */
export const optionalText = (max: number) => line(max)
/** Several lines of text that may be empty. */
export const note = (max = 500) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes('\0'))

function hasControlCharacter(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are just what is refused here
  return /[\u0000-\u001f\u007f]/.test(value)
}

export const ZERO = 0 as Money
export const ONE = 1_000 as Quantity
const UNIT_PRICE_SCALE = 10_000n
const QUANTITY_SCALE = 1_000n
const RATE_SCALE = 10_000n

/** Divides, rounding half away from zero, so that a sale and its return cancel. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const a = dividend < 0n ? -dividend : dividend
  const b = divisor < 0n ? -divisor : divisor
  const rounded = (2n * a + b) / (2n * b)
  return negative ? -rounded : rounded
}

/**
 * What `quantity` pieces cost at `price`, rounded to the minor unit.
 * @param decimals of the currency (2 for 元, 0 for 円)
 */
export function amountOf(count: Quantity, price: UnitPrice, decimals = 2): Money {
  const scale = (QUANTITY_SCALE * UNIT_PRICE_SCALE) / 10n ** BigInt(decimals)
  return Number(divideRounded(BigInt(count) * BigInt(price), scale)) as Money
}

/** The price per unit that makes `count` pieces cost `amount`, to 1/10,000. */
export function unitPriceOf(amount: Money, count: Quantity, decimals = 2): UnitPrice {
  const scale = (QUANTITY_SCALE * UNIT_PRICE_SCALE) / 10n ** BigInt(decimals)
  return Number(divideRounded(BigInt(amount) * scale, BigInt(count))) as UnitPrice
}

/** How much is bought for `amount` at `price`, as a label scale that prints only the amount leaves to be reckoned. */
export function quantityFor(amount: Money, price: UnitPrice, decimals = 2): Quantity {
  const scale = (QUANTITY_SCALE * UNIT_PRICE_SCALE) / 10n ** BigInt(decimals)
  return Number(divideRounded(BigInt(amount) * scale, BigInt(price))) as Quantity
}

/** The part of `whole` that `part` of `total` takes: a half-returned line gives half its sum back. */
export function proportion(whole: Money, part: number, total: number): Money {
  return Number(divideRounded(BigInt(whole) * BigInt(part), BigInt(total))) as Money
}

/** `share` of an amount, such as a discount of 10 %. */
export function rateOf(amount: Money, share: Rate): Money {
  return Number(divideRounded(BigInt(amount) * BigInt(share), RATE_SCALE)) as Money
}

/** What remains of a price, such as 9折 of it. */
export function priceAtRate(price: UnitPrice, remains: Rate): UnitPrice {
  return Number(divideRounded(BigInt(price) * BigInt(remains), RATE_SCALE)) as UnitPrice
}

/** The tax within a gross amount: gross × rate / (1 + rate). */
export function taxWithin(gross: Money, share: Rate): Money {
  return Number(divideRounded(BigInt(gross) * BigInt(share), RATE_SCALE + BigInt(share))) as Money
}

/** The price of a larger unit: 24 times the bottle's for a 箱 of 24. */
export function priceOfUnit(basePrice: UnitPrice, factor: Quantity): UnitPrice {
  return Number(divideRounded(BigInt(basePrice) * BigInt(factor), QUANTITY_SCALE)) as UnitPrice
}

/** A quantity in a larger unit as base units: 2 箱 of 24 are 48. */
export function toBase(count: Quantity, factor: Quantity): Quantity {
  return Number(divideRounded(BigInt(count) * BigInt(factor), QUANTITY_SCALE)) as Quantity
}

/**
 * Spreads `amount` over lines in proportion to `weights` by largest remainder: the shares always add up, and no line gets
 * more than a minor unit off its due. With no weight at all, the first line takes everything.
 */
export function spread(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (weights.length === 0) return []
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0) as Money)
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const shares = exact.map((value) => floorDivide(value, total))
  let left = Number(BigInt(amount) - shares.reduce((sum, share) => sum + share, 0n))
  const order = exact
    .map((value, index) => ({ index, remainder: value - floorDivide(value, total) * total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of order) {
    if (left === 0) break
    shares[index] = (shares[index] ?? 0n) + 1n
    left -= 1
  }
  return shares.map((share) => Number(share) as Money)
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor !== 0n && dividend < 0n !== divisor < 0n ? quotient - 1n : quotient
}

export function sum(amounts: readonly Money[]): Money {
  return amounts.reduce<number>((total, amount) => total + amount, 0) as Money
}

export const add = (a: Money, b: Money): Money => (a + b) as Money
export const subtract = (a: Money, b: Money): Money => (a - b) as Money
export const negate = (amount: Money): Money => (0 - amount) as Money
export const addQuantity = (a: Quantity, b: Quantity): Quantity => (a + b) as Quantity
export const negateQuantity = (count: Quantity): Quantity => (0 - count) as Quantity
