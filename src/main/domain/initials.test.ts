import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

const FIRST_LETTERS = { pattern: 'first', toneType: 'none', type: 'array' } as const
const CATALOGUE = join(import.meta.dirname, '../../../../shared/data/catalogue/cosmetics-zh.csv.gz')

/** The 3,755 everyday characters of the national standard (GB 2312, first level), and the other 3,008. */
function standardCharacters(): string[] {
  const decoder = new TextDecoder('gb2312')
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, at) => 0xb0 + at)
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, at) => 0xa1 + at)
  const decoded = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))))
  return decoded.filter((character) => /^\p{Script=Han}$/u.test(character))
}

describe('the first letter of a reading', () => {
  test.each([
    ['大', 'd'],
    ['衣', 'y'],
    ['龙', 'l'],
    ['阿', 'a'],
    ['座', 'z'],
    ['龘', 'd'],
    ['臺', 't'],
  ])('%s is %s', (character, letter) => {
    expect(initialsOf(character)).toBe(letter)
  })

  test('is both where a character is read in two ways every day', () => {
    expect(initialsOf('重')).toBe('cz')
    expect(initialsOf('长')).toBe('cz')
    expect(initialsOf('单')).toBe('dsc')
  })

  test('agrees with a dictionary on every character of the national standard', () => {
    const characters = standardCharacters()
    expect(characters.length).toBe(6_763)
    const wrong = characters.map(
      (character) => !initialsOf(character).includes(pinyin(character, FIRST_LETTERS)[0] ?? '?'),
    )
    expect(characters.filter((_, at) => wrong[at] && at < 3_755)).toEqual([])
    // Parts of characters and rarities, where the platform follows another reading.
    expect(wrong.filter(Boolean).length).toBeLessThan(40)
  })

  test.skipIf(!existsSync(CATALOGUE))(
    'agrees with a dictionary of phrases on a real catalogue (../shared/data)',
    () => {
      const titles = gunzipSync(readFileSync(CATALOGUE)).toString()
      const runs = titles.match(/\p{Script=Han}+/gu) ?? []
      const wrong = runs.flatMap((run) => {
        const read = pinyin(run, FIRST_LETTERS)
        return [...run].filter((character, at) => !initialsOf(character).includes(read[at] ?? '?'))
      })
      expect(runs.length).toBeGreaterThan(10_000)
      expect([...new Set(wrong)]).toEqual([])
    },
  )
})
