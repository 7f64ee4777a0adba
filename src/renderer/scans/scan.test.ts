import { expect, test } from 'vitest'
import { scanWatch } from './scan.ts'
import type { Heard, Stroke } from './scan.ts'

const CODE = '6901234567892'
const ENDS: Readonly<Record<string, string>> = { '\r': 'Enter', '\n': 'Enter', '\t': 'Tab' }

type Hear = ReturnType<typeof scanWatch>

/** Plays keys with `gap` ms between them and says what the last one was. */
function play(typed: string, gap: number, hear: Hear = scanWatch(), from = 0): Heard {
  let heard: Heard = null
  Array.from(typed).forEach((character, at) => (heard = hear(stroke(character, from + at * gap))))
  return heard
}

function stroke(character: string, at: number): Stroke {
  const end = ENDS[character]
  const code = /^\d$/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`
  return { key: end ?? character, code: end ?? code, shiftKey: false, at }
}

test.each(['\r', '\n', '\t'])('a scanner is known by its speed, whether it ends with CR, LF or Tab: %j', (end) => {
  expect(play(`${CODE}${end}`, 10)).toEqual({ scanned: CODE })
})

test('a hand is not a scanner, however long the code', () => {
  expect(play(`${CODE}\r`, 80)).toBeNull()
})

test.each(['123', '1003', '12345'])('the shop’s own short code %s is scanned too', (code) => {
  expect(play(`${code}\r`, 8)).toEqual({ scanned: code })
})

test.each(['1', '12'])('%s is too short to tell from a hand', (typed) => {
  expect(play(`${typed}\r`, 8)).toBeNull()
})

test('three quick keys and an Enter that takes its time are a hand’s', () => {
  const hear = scanWatch()
  play('100', 30, hear)
  expect(hear(stroke('\r', 60 + 80))).toBeNull()
})

test('an Enter long after a scan belongs to the person', () => {
  const hear = scanWatch()
  play(CODE, 10, hear)
  expect(hear(stroke('\r', 2_000))).toBeNull()
})

test('what was typed by hand before a scan is not part of its code', () => {
  const hear = scanWatch()
  play('12', 200, hear)
  expect(play(`${CODE}\r`, 10, hear, 1_000)).toEqual({ scanned: CODE })
})

test('what comes after the end of a scan means nothing more: LF, or Enter after Tab', () => {
  expect(play(`${CODE}\r\n`, 10)).toBe('echo')
  expect(play(`${CODE}\t\r\n`, 10)).toBe('echo')
})

test('of two Enters at once the second is an LF, whatever came before; a person’s second comes later', () => {
  expect(play('12\r\n', 8)).toBe('echo')
  expect(play('\r\n', 8)).toBe('echo')
  expect(play('\r\r', 120)).toBeNull()
})

test('an Enter after something new was typed belongs to what was typed', () => {
  const hear = scanWatch()
  play(`${CODE}\r`, 5, hear)
  hear(stroke('3', 120))
  expect(hear(stroke('\r', 125))).toBeNull()
})

test('a key that is held down is a hand’s, and an Enter that is held is one Enter', () => {
  const hear = scanWatch()
  for (let at = 0; at < 300; at += 30) hear({ ...stroke('1', at), repeat: at > 0 })
  expect(hear(stroke('\r', 305))).toBeNull()
  expect(hear({ ...stroke('\r', 805), repeat: true })).toBe('echo')
})

test('CR and LF as control characters end a scan; other Ctrl keys are not heard', () => {
  const hear = scanWatch()
  play(CODE, 10, hear)
  const control = (code: string, at: number) => hear({ ...stroke(code, at), ctrlKey: true })
  expect(control('c', 125)).toBeNull()
  expect(control('m', 130)).toEqual({ scanned: CODE })
  expect(control('j', 140)).toBe('echo')
  expect(control('j', 2_000)).toBeNull()
})

test('an IME that hides the keys does not hide the code', () => {
  const hear = scanWatch()
  Array.from(CODE).forEach((digit, at) => hear({ ...stroke(digit, at * 10), key: 'Process' }))
  expect(hear(stroke('\r', 130))).toEqual({ scanned: CODE })
})

test('letters of a code keep their case', () => {
  const hear = scanWatch()
  Array.from('SO2026').forEach((character, at) =>
    hear({ ...stroke(character, at * 10), key: 'Process', shiftKey: !/\d/.test(character) }),
  )
  expect(hear({ key: 'Enter', code: 'NumpadEnter', shiftKey: false, at: 60 })).toEqual({ scanned: 'SO2026' })
})
