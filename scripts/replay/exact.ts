/** Exact decimal numbers as whole numbers of a tiny part, because a year of floats does not add up to the last digit. */

/** Decimals that a number of the file may have. */
const DECIMALS = 10
/** Decimals of a product of two of them. */
const PRODUCT_DECIMALS = 2 * DECIMALS
const LEAST_SHOWN = 2

/** A number in parts of 10^-10; undefined for what is no decimal number of at most ten decimals. */
export function parseExact(text: string): bigint | undefined {
  const found = /^([+-]?)(\d{1,30})(?:\.(\d{0,10}))?$/.exec(text.trim())
  if (!found) return undefined
  const [, sign, whole = '0', fraction = ''] = found
  const parts = BigInt(whole + fraction.padEnd(DECIMALS, '0'))
  return sign === '-' ? -parts : parts
}

/** That number as whole units of 10^-`decimals`, or undefined where it is finer or beyond the safe integers. */
export function inUnits(exact: bigint, decimals: number): number | undefined {
  const unit = 10n ** BigInt(DECIMALS - decimals)
  const units = Number(exact / unit)
  return exact % unit === 0n && Number.isSafeInteger(units) ? units : undefined
}

/** An exact amount in parts of 10^-20: the product of two exact numbers, and sums of such products. */
export function productOf(a: bigint, b: bigint): bigint {
  return a * b
}

/** `units` that count 10^-`decimals` each, as an exact amount. */
export function amountOfUnits(units: bigint, decimals: number): bigint {
  return units * 10n ** BigInt(PRODUCT_DECIMALS - decimals)
}

/** An exact amount as a decimal number with all its decimals and no more, but two at least. */
export function formatExact(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(PRODUCT_DECIMALS + 1, '0')
  const whole = digits.slice(0, -PRODUCT_DECIMALS)
  const fraction = digits.slice(-PRODUCT_DECIMALS).replace(/0+$/, '').padEnd(LEAST_SHOWN, '0')
  return `${amount < 0n ? '-' : ''}${whole}.${fraction}`
}
