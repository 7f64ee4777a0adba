/** What a key of the number pad makes of the text in a field. Pure. */
export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | '-' | 'back' | 'clear'

const LONGEST = 14

/** Only a number can come of it: one point, a minus at the front alone, no zeros before a digit. */
export function withPadKey(text: string, key: PadKey): string {
  if (key === 'clear') return ''
  if (key === 'back') return text.slice(0, -1)
  if (key === '-') return text.startsWith('-') ? text.slice(1) : `-${text}`
  if (text.length + key.length > LONGEST) return text
  if (key === '.') {
    if (text.includes('.')) return text
    return /\d$/.test(text) ? `${text}.` : `${text}0.`
  }
  const isBare = /^-?0?$/.test(text)
  if (isBare && key === '00') return `${text.replace('0', '')}0`
  return (isBare ? text.replace('0', '') : text) + key
}
