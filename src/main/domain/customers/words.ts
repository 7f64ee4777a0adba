/** How customers are found: by name and its initials, code, and phone, whole or by what it ends with. */
import { codeWordsOf, endingsOf, matchOf, wordsOf } from '../words.ts'

const PHONE_ENDINGS = [4, 5, 6, 7, 8]
const TYPED_PHONE = /^\+?[\d\s()-]{4,}$/

export function customerWords({ code, name, phone }: { code: string; name: string; phone: string }): string {
  const digits = phoneDigits(phone)
  const numbers = digits === '' ? [] : [digits, ...endingsOf(digits, PHONE_ENDINGS)]
  return [...wordsOf(name), ...codeWordsOf(code), ...numbers].join(' ')
}

/** A phone number is one word however it was spaced. */
export function customerMatchOf(typed: string): string | undefined {
  const digits = TYPED_PHONE.test(typed.trim()) ? phoneDigits(typed) : ''
  return digits === '' ? matchOf(typed) : `"${digits}"*`
}

export const samePhone = (a: string, b: string): boolean => phoneDigits(a) === phoneDigits(b)

/** Digits alone, without the country's own prefix. */
function phoneDigits(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits
}
