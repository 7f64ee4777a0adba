/** What label scales print, and the digits that check a barcode. Pure, and the same for the shop and its screens. */
import { z } from 'zod'

/**
 * One letter per digit: `F` flag, `W` item code, `E` amount in the currency's minor unit, `N` weight, `C` check digit.
 * 13 digits carry an amount or a weight, 18 both.
 */
const pattern = z
  .string()
  .regex(/^F{1,2}W{4,7}(E+|N+|E+N+|N+E+)C$/)
  .refine((letters) => letters.length === 13 || letters.length === 18)

export const scaleRule = z
  .object({
    /** 20 to 29 are the shop's own; 10 to 15 would be taken for a payment code. */
    prefix: z.string().regex(/^2\d?$/),
    pattern,
    /** By what the digits of the weight are divided to give kilograms: 1,000 for grams. */
    weightDivisor: z.literal([1, 10, 100, 1_000, 10_000]),
  })
  .refine(({ prefix, pattern: letters }) => prefix.length === letters.lastIndexOf('F') + 1)
export type ScaleRule = z.infer<typeof scaleRule>

/** The two digits that the shop's own barcodes begin with (店内码). */
export const inStorePrefix = z.string().regex(/^(02|04|2\d)$/)

/** 大华's usual label: 21, five digits of item code, five of amount. */
export const DEFAULT_SCALE_RULES: readonly ScaleRule[] = [
  { prefix: '21', pattern: 'FFWWWWWEEEEEC', weightDivisor: 1_000 },
]
export const DEFAULT_IN_STORE_PREFIX = '29'

/** Whether a barcode that begins so would be read as a scale's. */
export function isScalePrefix(prefix: string, rules: readonly ScaleRule[]): boolean {
  return rules.some((rule) => prefix.startsWith(rule.prefix))
}

export interface ScaleLabel {
  /** Without leading zeros. */
  readonly itemCode: string
  /** In the currency's minor unit. */
  readonly amount?: number
  readonly milligrams?: number
}

/** What a rule reads from a code; nothing when it is not of that rule, its check digit is wrong, or it weighs nothing. */
export function scaleLabel(
  code: string,
  { prefix, pattern: letters, weightDivisor }: ScaleRule,
): ScaleLabel | undefined {
  if (code.length !== letters.length || !/^\d+$/.test(code) || !code.startsWith(prefix)) return undefined
  if (!isChecked(code)) return undefined
  const digits = (letter: string) => code.slice(letters.indexOf(letter), letters.lastIndexOf(letter) + 1)
  const amount = letters.includes('E') ? Number(digits('E')) : undefined
  const milligrams = letters.includes('N') ? (Number(digits('N')) * 1_000_000) / weightDivisor : undefined
  if (amount === 0 || milligrams === 0) return undefined
  return {
    itemCode: digits('W').replace(/^0+(?=.)/, ''),
    ...(amount !== undefined && { amount }),
    ...(milligrams !== undefined && { milligrams }),
  }
}

/** The digit that makes an EAN of those before it: threefold every second one, from the right (GB 12904). */
export function checkDigit(digits: string): string {
  return complement([...digits].reverse().reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 3 : 1), 0))
}

/** The same from the left: of 13 digits it is one digit, of 18 scales differ on where to begin. */
function checkDigitFromLeft(digits: string): string {
  return complement([...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0))
}

const complement = (sum: number): string => String((10 - (sum % 10)) % 10)

function isChecked(code: string): boolean {
  const digits = code.slice(0, -1)
  return [checkDigit(digits), checkDigitFromLeft(digits)].includes(code.slice(-1))
}

export const isEan13 = (code: string): boolean => /^\d{13}$/.test(code) && checkDigit(code.slice(0, -1)) === code.at(-1)
