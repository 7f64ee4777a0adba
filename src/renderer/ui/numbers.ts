/** Decimal text to stored integers and back, digit by digit: no float ever holds a sum. */
import { decimalText as written } from '../../contract/decimals.ts'

/** `123450, 2 decimals` → `1,234.50`. Trailing zeros beyond `least` decimals are dropped. */
export const decimalText = written

/** What somebody typed as a stored integer, or null when it is no such number. Full-width digits and 。 are understood. */
export function parseDecimal(typed: string, decimals: number): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,\s¥]/g, '')
    .replace(/。/g, '.')
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return null
  if (fraction.slice(decimals).replace(/0/g, '') !== '') return null
  const value = Number(`${whole || '0'}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
  if (!Number.isSafeInteger(value)) return null
  return sign && value !== 0 ? -value : value
}
