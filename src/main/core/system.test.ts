import { expect, test } from 'vitest'
import type { Time } from '../../contract/values.ts'
import { systemIds } from './system.ts'

test('later ids sort later, within a millisecond too', () => {
  const ids = systemIds()
  const given = [...Array(1_000).keys()].map((index) => ids.uid(Math.floor(index / 100) as Time))
  expect(given).toEqual([...given].sort())
  expect(new Set(given).size).toBe(given.length)
  expect(given.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
})

test('a secret is of the length that was asked for, and never the same', () => {
  const ids = systemIds()
  expect(ids.secret(16)).toHaveLength(16)
  expect(ids.secret(16).equals(ids.secret(16))).toBe(false)
})
