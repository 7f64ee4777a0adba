import { expect, test } from 'vitest'
import { changeKey, isSound, withChanges, type KeyMap } from './keyMap.ts'

const MAP: KeyMap = { find: { fKey: 'F2', letter: 'F' }, clear: { letter: 'Q' } }

test('an action gets another key, or an F-key that it had not', () => {
  expect(changeKey(MAP, 'find', 'fKey', 'F9')).toEqual({ map: { ...MAP, find: { fKey: 'F9', letter: 'F' } } })
  expect(changeKey(MAP, 'clear', 'fKey', 'F8')).toEqual({ map: { ...MAP, clear: { fKey: 'F8', letter: 'Q' } } })
  expect(changeKey(MAP, 'find', 'fKey', undefined)).toEqual({ map: { ...MAP, find: { letter: 'F' } } })
})

test('a key that means something else already is refused, with what it means', () => {
  expect(changeKey(MAP, 'clear', 'fKey', 'F2')).toEqual({ refused: 'taken', by: 'find' })
  expect(changeKey(MAP, 'find', 'letter', 'Q')).toEqual({ refused: 'taken', by: 'clear' })
})

test('help and the window keep their keys, and laptops their letters', () => {
  expect(changeKey(MAP, 'find', 'fKey', 'F1')).toEqual({ refused: 'unfit' })
  expect(changeKey(MAP, 'find', 'fKey', 'F12')).toEqual({ refused: 'unfit' })
  expect(changeKey(MAP, 'find', 'letter', undefined)).toEqual({ refused: 'needed' })
})

test.each([null, 5, { find: { fKey: 'F1', letter: 'F' } }, { find: { letter: 'Q' } }, { find: {} }, { find: null }])(
  'what is stored and no good leaves the counter’s own keys: %j',
  (stored) => expect(withChanges(MAP, stored)).toEqual(MAP),
)

test('what is stored is taken over, without actions that are no more', () => {
  const stored = { find: { fKey: 'F9', letter: 'G' }, gone: { letter: 'X' } }
  expect(withChanges(MAP, stored)).toEqual({ ...MAP, find: { fKey: 'F9', letter: 'G' } })
  expect(isSound(withChanges(MAP, stored))).toBe(true)
})
