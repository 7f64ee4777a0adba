import { expect, test } from 'vitest'
import { scanWatch } from './scan.ts'

const CODE = '6901234567892'

/** A key per character; a line's end is the Enter. */
const keysOf = (typed: string): string[] => Array.from(typed, (key) => (key === '\n' ? 'Enter' : key))

/** Plays keys with `gap` ms between them and says what the last one ended. */
function play(typed: string, gap: number, watch = scanWatch(), from = 0): string | null {
  let scanned: string | null = null
  keysOf(typed).forEach((key, at) => (scanned = press(watch, key, from + at * gap)))
  return scanned
}

function press(watch: ReturnType<typeof scanWatch>, key: string, at: number): string | null {
  const code = /^\d$/.test(key) ? `Digit${key}` : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key
  return watch.press({ key, code, shiftKey: false, at })
}

test('a scanner is known by its speed', () => {
  expect(play(`${CODE}\n`, 10)).toBe(CODE)
})

test('a hand is not a scanner, however long the code', () => {
  expect(play(`${CODE}\n`, 80)).toBeNull()
})

test('five quick digits are a hand that knows its codes', () => {
  expect(play('12345\n', 10)).toBeNull()
})

test('an Enter long after a scan belongs to the person', () => {
  const watch = scanWatch()
  play(CODE, 10, watch)
  expect(press(watch, 'Enter', 2_000)).toBeNull()
})

test('what was typed by hand before a scan is not part of its code', () => {
  const watch = scanWatch()
  play('12', 200, watch)
  expect(play(`${CODE}\n`, 10, watch, 1_000)).toBe(CODE)
})

test('the second Enter of a scanner that ends with CR LF is still the scanner’s', () => {
  const watch = scanWatch()
  play(`${CODE}\n`, 10, watch)
  expect(watch.ended(13 * 10 + 5)).toBe(true)
  expect(watch.ended(13 * 10 + 500)).toBe(false)
})

test('an Enter after something new was typed belongs to what was typed', () => {
  const watch = scanWatch()
  play(`${CODE}\n`, 5, watch)
  press(watch, '3', 80)
  expect(watch.ended(85)).toBe(false)
})

test('an IME that hides the keys does not hide the code', () => {
  const watch = scanWatch()
  keysOf(CODE).forEach((digit, at) =>
    watch.press({ key: 'Process', code: `Digit${digit}`, shiftKey: false, at: at * 10 }),
  )
  expect(watch.press({ key: 'Enter', code: 'Enter', shiftKey: false, at: 130 })).toBe(CODE)
})

test('letters of a code keep their case', () => {
  const watch = scanWatch()
  keysOf('SO2026').forEach((character, at) => {
    const code = /\d/.test(character) ? `Digit${character}` : `Key${character}`
    watch.press({ key: 'Process', code, shiftKey: !/\d/.test(character), at: at * 10 })
  })
  expect(watch.press({ key: 'Enter', code: 'NumpadEnter', shiftKey: false, at: 60 })).toBe('SO2026')
})
