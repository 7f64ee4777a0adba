/**
 * Tells a scanner from a hand by its speed: a scanner types six characters and more with under 35 ms between them, and the
 * Enter that follows within 100 ms is its own. Works by `event.code`, so that an IME that is on does not matter.
 */
const FEWEST = 6
const GAP_MS = 35
const ENTER_MS = 100

export interface Stroke {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  /** Milliseconds, such as `event.timeStamp`. */
  readonly at: number
}

export interface ScanWatch {
  /** Answers with the code when this stroke is the Enter that ends a scan. */
  press(stroke: Stroke): string | null
  /** Whether a scan has just ended and nothing was typed since: an Enter now is the second of a scanner's CR LF. */
  ended(at: number): boolean
}

export function scanWatch(): ScanWatch {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  let ended = Number.NEGATIVE_INFINITY

  return {
    press({ key, code, shiftKey, at }) {
      if (code === 'Enter' || code === 'NumpadEnter') {
        const scanned = typed.length >= FEWEST && at - last <= ENTER_MS ? typed : null
        typed = ''
        if (scanned !== null) ended = at
        return scanned
      }
      const character = characterOf(key, code, shiftKey)
      if (character === null) return null
      typed = at - last <= GAP_MS ? typed + character : character
      last = at
      ended = Number.NEGATIVE_INFINITY
      return null
    },
    ended: (at) => at - ended <= ENTER_MS,
  }
}

/** The character that a key stands for, even while an IME hides it behind `Process`. */
function characterOf(key: string, code: string, shift: boolean): string | null {
  if (key.length === 1) return key
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return digit
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  return { Minus: '-', Period: '.', Slash: '/', Space: ' ', NumpadDecimal: '.', NumpadSubtract: '-' }[code] ?? null
}
