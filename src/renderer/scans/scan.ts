/**
 * Tells a scanner from a hand by its speed: a scanner types three characters and more with no more than 35 ms between them and
 * then ends its line, with CR, LF, both or Tab. Works by `event.code`, so that an IME that is on does not matter.
 */
const FEWEST = 3
const GAP_MS = 35
/** So many are surely no hand's: their end may come a little late. */
const SURELY = 6
const END_MS = 100
/** Two Enters this close are the CR and LF of one scan, whoever typed before them. */
const PAIR_MS = 50

export interface Stroke {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey?: boolean
  /** The key is held down: a hand's, and one stroke however long. */
  readonly repeat?: boolean
  /** Milliseconds, such as `event.timeStamp`. */
  readonly at: number
}

/** What a stroke is of: `begins` may begin a scan, `goesOn` came at a scanner's speed, `echo` is an end that means nothing more. */
export type Heard = 'begins' | 'goesOn' | 'echo' | { readonly scanned: string } | null

export function scanWatch(): (stroke: Stroke) => Heard {
  let typed = ''
  let last = NEVER
  /** When a scan ended, with nothing typed since. */
  let ended = NEVER
  let lastEnter = NEVER

  function write(character: string, { at, repeat }: Stroke): Heard {
    const isFast = isWithin(GAP_MS, last, at) && repeat !== true
    typed = repeat === true ? '' : isFast ? typed + character : character
    last = at
    ended = NEVER
    lastEnter = NEVER
    return isFast ? 'goesOn' : 'begins'
  }

  function end({ at, repeat }: Stroke, isEnter: boolean): Heard {
    const inTime = isWithin(typed.length >= SURELY ? END_MS : GAP_MS, last, at)
    const scanned = inTime && typed.length >= FEWEST ? typed : null
    const isEcho = isWithin(END_MS, ended, at) || (isEnter && (isWithin(PAIR_MS, lastEnter, at) || repeat === true))
    typed = ''
    if (isEnter) lastEnter = at
    if (scanned === null) return isEcho ? 'echo' : null
    ended = at
    return { scanned }
  }

  return (stroke) => {
    const { key, code, shiftKey, ctrlKey } = stroke
    // As control characters, CR and LF are Ctrl+M and Ctrl+J.
    if (ctrlKey === true && code !== 'KeyM' && code !== 'KeyJ') return null
    const isEnter = code === 'Enter' || code === 'NumpadEnter' || ctrlKey === true
    if (isEnter || code === 'Tab') return end(stroke, isEnter)
    const character = characterOf(key, code, shiftKey)
    return character === null ? null : write(character, stroke)
  }
}

const NEVER = Number.NEGATIVE_INFINITY

const isWithin = (span: number, from: number, to: number): boolean => to >= from && to - from <= span

/** The character that a key stands for, even while an IME hides it behind `Process`. */
function characterOf(key: string, code: string, shift: boolean): string | null {
  if (key.length === 1) return key
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return digit
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  return { Minus: '-', Period: '.', Slash: '/', Space: ' ', NumpadDecimal: '.', NumpadSubtract: '-' }[code] ?? null
}
