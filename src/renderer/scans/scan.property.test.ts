import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanWatch } from './scan.ts'
import type { Heard } from './scan.ts'

const character = fc.constantFrom(...Array.from('0123456789ABCXYZabcxyz-./ '))
/** Ends of a line as scanners are set up to type them. */
const end = fc.constantFrom(['Enter'], ['Enter', 'Enter'], ['Tab'], ['Tab', 'Enter'], ['NumpadEnter'])
const scannersGap = fc.integer({ min: 0, max: 35 })
const handsGap = fc.integer({ min: 36, max: 2_000 })

interface Key {
  readonly key: string
  readonly gap: number
}

/** What each key was of, an end last. */
function heardOf(keys: readonly Key[], hear = scanWatch(), from = 0): { heard: Heard[]; at: number } {
  let at = from
  const heard = keys.map(({ key, gap }) => {
    at += gap
    const code = /^\d$/.test(key) ? `Digit${key}` : /^[A-Za-z]$/.test(key) ? `Key${key.toUpperCase()}` : key
    return hear({ key, code, shiftKey: false, at })
  })
  return { heard, at }
}

const keysOf = (
  characters: readonly string[],
  gaps: readonly number[],
  ends: readonly string[],
  endGap: number,
): Key[] => [
  ...characters.map((key, at) => ({ key, gap: gaps[at] ?? 0 })),
  ...ends.map((key) => ({ key, gap: endGap })),
]

const aScan = fc
  .array(character, { minLength: 3, maxLength: 60 })
  .chain((characters) =>
    fc.tuple(
      fc.constant(characters),
      fc.array(scannersGap, { minLength: characters.length, maxLength: characters.length }),
      end,
      scannersGap,
    ),
  )

/** Whatever a hand does, keys and Enters, all of them with a hand's gaps. */
const aHand = fc.array(fc.record({ key: fc.oneof(character, fc.constantFrom('Enter', 'Tab')), gap: handsGap }), {
  maxLength: 60,
})

test('a scanner is always heard, once, whatever a hand did before it', () => {
  fc.assert(
    fc.property(aHand, aScan, (before, [characters, gaps, ends, endGap]) => {
      const hear = scanWatch()
      const { at } = heardOf(before, hear)
      const { heard } = heardOf(keysOf(characters, gaps, ends, endGap), hear, at + 1_000)
      const [first, ...others] = heard.slice(characters.length)
      expect(first).toEqual({ scanned: characters.join('') })
      expect(others.every((one) => one === 'echo')).toBe(true)
    }),
  )
})

test('a hand is never heard as a scanner, and none of its Enters is lost', () => {
  fc.assert(
    fc.property(aHand, (keys) => {
      const spaced = keys.map((key) => (key.key === 'Enter' ? { ...key, gap: key.gap + 65 } : key))
      const { heard } = heardOf(spaced)
      expect(heard.every((one) => one === null || one === 'begins')).toBe(true)
    }),
  )
})

test('two keys rolled at once do not make a hand a scanner', () => {
  fc.assert(
    fc.property(character, character, scannersGap, scannersGap, (one, other, gap, endGap) => {
      const { heard } = heardOf(keysOf([one, other], [0, gap], ['Enter'], endGap))
      expect(heard.at(-1)).toBeNull()
    }),
  )
})
