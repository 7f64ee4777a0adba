import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeWordsOf, endingsOf, matchOf, wordsOf } from './words.ts'

/** Asks FTS5 itself, set up as the shop's tables are. */
function searchable(titles: readonly string[]) {
  const sqlite = new Database(':memory:')
  sqlite.exec(`create virtual table search using fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3', detail = none)`)
  const insert = sqlite.prepare('insert into search (rowid, words) values (?, ?)')
  titles.forEach((title, at) => insert.run(at, [...wordsOf(title), ...codeWordsOf(title)].join(' ')))
  const select = sqlite.prepare<[string], { rowid: number }>(
    'select rowid from search where search match ? order by rowid',
  )
  return (typed: string): string[] => {
    const match = matchOf(typed)
    return match === undefined ? [] : select.all(match).map(({ rowid }) => titles[rowid] ?? '')
  }
}

const COAT = '女士大衣'
const TEA = '龙井茶 250g'
const SHIRT = '春秋T恤'
const SKIRT = '加长裙子'
const ENGLISH = 'Tea pot, Crème brûlée'
const search = searchable([COAT, TEA, SHIRT, SKIRT, ENGLISH, 'TEA-01', 'ＤＨＧ２５０'])

describe('what is typed finds', () => {
  test.each([
    ['大衣', [COAT]],
    ['大', [COAT]],
    ['士大', [COAT]],
    ['女衣', []],
    ['dy', [COAT]],
    ['nsdy', [COAT]],
    ['ns dy', [COAT]],
    ['sd', [COAT]],
    ['d', [COAT, 'ＤＨＧ２５０']],
    ['龙', [TEA]],
    ['龙井 250', [TEA]],
    ['ljc', [TEA]],
    ['lj 250', [TEA]],
    ['ljc250', [TEA]],
    ['cqtx', [SHIRT]],
    ['春秋t', [SHIRT]],
    ['恤', [SHIRT]],
    ['jcq', [SKIRT]],
    ['jzq', [SKIRT]],
    ['tea', [ENGLISH, 'TEA-01']],
    ['TEA P', [ENGLISH]],
    ['creme', [ENGLISH]],
    ['brul', [ENGLISH]],
    ['tea01', ['TEA-01']],
    ['tea-01', ['TEA-01']],
    ['250', [TEA, 'ＤＨＧ２５０']],
    ['dhg', ['ＤＨＧ２５０']],
    ['dhg-250', ['ＤＨＧ２５０']],
    ['没有', []],
  ])('%s', (typed, found) => {
    expect(search(typed)).toEqual(found)
  })

  test('nothing by signs alone', () => {
    for (const typed of ['', ' ', '👍', '"', "'", '*', '()', '-', '^', '\0', '%_'])
      expect(matchOf(typed)).toBeUndefined()
  })

  test('words, never operators', () => {
    expect(matchOf('tea OR "pot" NOT x* NEAR(a b)')).toBe(
      '"tea"* AND "or"* AND "pot"* AND "not"* AND "x"* AND "near"* AND "a"* AND "b"*',
    )
    expect(search('words:tea')).toEqual([])
    expect(search('tea\0pot "*')).toEqual([ENGLISH])
  })
})

const RUNS = { numRuns: 300, seed: 20261121 }

test('any input at all is a search that FTS5 understands', () => {
  const odd = fc.string({ unit: fc.constantFrom(...Array.from('茶T" *(👍é-𬌗0\0')), maxLength: 20 })
  const any = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(fc.oneof(odd, any), (typed) => {
      expect(Array.isArray(search(typed))).toBe(true)
    }),
    RUNS,
  )
})

test('any piece of a title finds it', () => {
  const unit = fc.constantFrom(...Array.from('女士大衣长裙重庆春秋T恤茶a1 -'))
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (title, from, length) => {
      const start = from % title.length
      const piece = title.slice(start, start + 1 + (length % title.length))
      fc.pre(!/[a-z0-9]$/i.test(title.slice(0, start))) // a Latin word is found by its beginning only
      fc.pre(matchOf(piece) !== undefined)
      expect(searchable([title])(piece)).toEqual([title])
    }),
    RUNS,
  )
})

test('the end of a barcode is what is read off a label', () => {
  expect(endingsOf('6901234567892', [4, 5, 6])).toEqual(['7892', '67892', '567892'])
  expect(endingsOf('123', [4, 5, 6])).toEqual([])
})

test('a long title costs few words', () => {
  expect(wordsOf('重'.repeat(120)).size).toBeLessThan(100)
  expect(wordsOf('长重行乐单'.repeat(24)).size).toBeLessThan(600)
})
