/** Stored integers as decimal text, digit by digit: no float ever holds a sum. */

/** `123450, 2 decimals` → `1,234.50`. Trailing zeros beyond `least` decimals are dropped. */
export function decimalText(value: number, decimals: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : digits.slice(-decimals)
  const shown = fraction.slice(0, Math.max(least, fraction.replace(/0+$/, '').length))
  return `${value < 0 ? '-' : ''}${grouped(whole)}${shown ? `.${shown}` : ''}`
}

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** Unit prices carry four decimals, quantities three. */
export const PRICE_DECIMALS = 4
export const QUANTITY_DECIMALS = 3

export const CURRENCY_SYMBOLS: Readonly<Record<string, string>> = {
  CNY: '¥',
  JPY: '¥',
  TWD: 'NT$',
  HKD: 'HK$',
  MOP: 'MOP$',
  SGD: 'S$',
  MYR: 'RM',
  GBP: '£',
  EUR: '€',
  USD: '$',
}
