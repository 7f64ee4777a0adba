import { expect, test } from 'vitest'
import { ACTION_KEYS, actionOf, DEFAULT_KEYS, keyLabel, lineKeyOf, TENDER_KEYS } from './keys.ts'

const pressed = (code: string, modifiers: Partial<KeyboardEvent> = {}) =>
  ({ code, key: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers }) as KeyboardEvent

test('every F-key has an Alt+letter that does the same', () => {
  for (const { fKey, letter } of Object.values(DEFAULT_KEYS)) {
    if (fKey === undefined) continue
    expect(actionOf(pressed(`Key${letter ?? ''}`, { altKey: true }))).toEqual(actionOf(pressed(fKey)))
  }
})

test('no key means two things', () => {
  const labels = Object.values(DEFAULT_KEYS).flatMap((keys) => Object.values(keys) as string[])
  expect(new Set(labels).size).toBe(labels.length)
})

test('no unmodified letter does anything', () => {
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    expect(actionOf(pressed(`Key${letter}`))).toBeNull()
    expect(lineKeyOf(pressed(`Key${letter}`))).toBeNull()
  }
})

test('Ctrl+Enter finishes without paper', () => {
  expect(actionOf(pressed('Enter', { ctrlKey: true }))).toEqual({ do: 'finishWithoutPaper' })
  expect(actionOf(pressed('NumpadEnter', { metaKey: true }))).toEqual({ do: 'finishWithoutPaper' })
  expect(actionOf(pressed('Enter'))).toBeNull()
})

test('the number pad does what the main row does', () => {
  expect(lineKeyOf(pressed('NumpadMultiply'))).toBe('quantity')
  expect(lineKeyOf(pressed('Digit8', { shiftKey: true }))).toBe('quantity')
  expect(lineKeyOf(pressed('NumpadDecimal'))).toBe('price')
  expect(lineKeyOf(pressed('Period'))).toBe('price')
  expect(lineKeyOf(pressed('NumpadDivide'))).toBe('discount')
  expect(lineKeyOf(pressed('Slash', { shiftKey: true }))).toBeNull()
})

test('a button says its F-key, or Alt and its letter', () => {
  expect(keyLabel(TENDER_KEYS.cash)).toBe('F5')
  expect(keyLabel(ACTION_KEYS.roundOff)).toBe('Alt+M')
})
