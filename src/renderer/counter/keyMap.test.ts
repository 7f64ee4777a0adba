import { expect, test } from 'vitest'
import { changeKey, isSound, withChanges, type KeyMap } from './keyMap.ts'
import { DEFAULT_KEYS } from './keys.ts'

const MAP: KeyMap = { find: { fKey: 'F2', letter: 'F' }, clear: { letter: 'Q' } }

test('an action gets another key, or an F-key that it had not', () => {
  expect(changeKey(MAP, 'find', 'fKey', 'F9')).toEqual({ map: { ...MAP, find: { fKey: 'F9', letter: 'F' } } })
  expect(changeKey(MAP, 'clear', 'fKey', 'F8')).toEqual({ map: { ...MAP, clear: { fKey: 'F8', letter: 'Q' } } })
  expect(changeKey(MAP, 'find', 'fKey', undefined)).toEqual({ map: { ...MAP, find: { letter: 'F' } } })
})

test('two actions exchange their letters', () => {
  expect(changeKey(MAP, 'find', 'letter', 'Q')).toEqual({
    map: { find: { fKey: 'F2', letter: 'Q' }, clear: { letter: 'F' } },
    swapped: 'clear',
  })
})

test('an F-key that means something else already is refused, with what it means', () => {
  expect(changeKey(MAP, 'clear', 'fKey', 'F2')).toEqual({ refused: 'taken', by: 'find' })
})

test('help and the lock keep their keys, and laptops their letters', () => {
  expect(changeKey(MAP, 'find', 'letter', 'O')).toEqual({ refused: 'unfit' })
  expect(changeKey(MAP, 'find', 'fKey', 'F1')).toEqual({ refused: 'unfit' })
  expect(changeKey(MAP, 'find', 'fKey', 'F13')).toEqual({ refused: 'unfit' })
  expect(changeKey(MAP, 'find', 'letter', undefined)).toEqual({ refused: 'needed' })
})

test.each([null, 5, { find: { fKey: 'F1', letter: 'F' } }, { find: { letter: 'Q' } }, { find: {} }, { find: null }])(
  'what is stored and no good leaves the counter’s own keys: %j',
  (stored) => expect(withChanges(MAP, stored)).toEqual(MAP),
)

test.each(Object.keys(DEFAULT_KEYS))('a new letter for %s is still there after a restart', (action) => {
  const changed = changeKey(DEFAULT_KEYS, action, 'letter', action === 'find' ? 'Q' : 'F')
  if (!('map' in changed)) throw new Error(changed.refused)
  expect(withChanges(DEFAULT_KEYS, changed.map)).toEqual(changed.map)
})

test('what is stored is taken over, without actions that are no more', () => {
  const stored = { find: { fKey: 'F9', letter: 'G' }, gone: { letter: 'X' } }
  expect(withChanges(MAP, stored)).toEqual({ ...MAP, find: { fKey: 'F9', letter: 'G' } })
  expect(isSound(withChanges(MAP, stored))).toBe(true)
})
