/** Cells as texts, just as a person sees them: a barcode is never 6.9E+12, a code keeps its zeros. */
import { MOST_CELL } from './source.ts'

const BLANKS = /[\u0000-\u001f\u007f\u00a0\u3000\ufeff]+/gu // eslint-disable-line no-control-regex -- what is removed

/** `="0012"`, `'0012` and `'+1` are how exports keep spreadsheets from reading a number or a formula. Width and spaces are made plain. */
export function cleanCell(text: string): string {
  const plain = text.slice(0, MOST_CELL).replace(BLANKS, ' ').trim()
  const kept = /^="(.*)"$/.exec(plain)?.[1] ?? /^'([\d=+\-@＝＋－＠].*)$/.exec(plain)?.[1] ?? plain
  return kept.trim()
}

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1_462

/** @param format the cell's number format, such as `0000`, `yyyy-mm-dd` or `General` */
export function shownNumber(value: number, format: string, from1904 = false): string {
  if (isDateFormat(format)) return shownDate(value + (from1904 ? DAYS_TO_1904 : 0), format)
  const exact = Number(value.toPrecision(15)) // a spreadsheet shows no more, and floats carry dust
  const digits = /^0+$/.exec(format)?.[0].length ?? 0
  return plainNumber(exact).padStart(digits, '0')
}

function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  const text = String(value)
  return text.includes('e') ? value.toFixed(10).replace(/0+$/, '') : text
}

/** Quoted words, colours and locales of a format say nothing of dates. */
function isDateFormat(format: string): boolean {
  const codes = format.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(codes) && !/general/i.test(codes)
}

function shownDate(days: number, format: string): string {
  const at = new Date(FIRST_DAY + Math.round(days * DAY_MS))
  if (!Number.isFinite(at.getTime())) return String(days)
  const [date = '', time = ''] = at.toISOString().split(/[T.]/)
  if (!/[yd]/i.test(format)) return time
  return /h/i.test(format) || days % 1 !== 0 ? `${date} ${time}` : date
}

/** The formats that spreadsheets know by number alone. */
export function builtInFormat(id: number): string {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'yyyy-mm-dd'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'hh:mm:ss'
  return id === 22 ? 'yyyy-mm-dd hh:mm' : 'General'
}
