/** Decimal text to stored integers and back, digit by digit: no float ever holds a sum. */

/** `123450, 2 decimals` → `1,234.50`. Trailing zeros beyond `least` decimals are dropped. */
export function decimalText(value: number, decimals: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : digits.slice(-decimals)
  const shown = fraction.slice(0, Math.max(least, fraction.replace(/0+$/, '').length))
  return `${value < 0 ? '-' : ''}${grouped(whole)}${shown ? `.${shown}` : ''}`
}

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

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')
