/** EAN-13 in the range 20–29, which shops use inside: no maker's code is taken. */

const INSIDE = '2'
const DIGITS = 11

export function insideBarcode(number: number): string {
  const body = INSIDE + String(number).padStart(DIGITS, '0')
  return body + checkDigit(body)
}

/** Weighs the digits 1, 3, 1, 3 … and fills up to the next ten. */
export function checkDigit(body: string): string {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}
