import { expect, test } from 'vitest'
import { isSound } from './keyMap.ts'
import { DEFAULT_KEYS } from './keys.ts'
import { PRESETS } from './presets.ts'

test.each(Object.entries(PRESETS))('with the keys of %s none means two things, and none is missing', (_name, map) => {
  expect(isSound(map)).toBe(true)
  expect(Object.keys(map).sort()).toEqual(Object.keys(DEFAULT_KEYS).sort())
})
