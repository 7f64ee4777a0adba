import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CHAPTERS, chapterFor, isChapter } from './chapters.ts'

const GUIDE = join(import.meta.dirname, '../../../docs/guide')

test('every chapter is a file of the guide, and every file a chapter', () => {
  expect(readdirSync(GUIDE).sort()).toEqual(CHAPTERS.map((chapter) => `${chapter}.md`).sort())
})

test.each(CHAPTERS)('%s begins with its title, and its pictures and links are there', (chapter) => {
  const text = readFileSync(join(GUIDE, `${chapter}.md`), 'utf8')
  expect(text).toMatch(/^# \S/)
  const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
  for (const target of targets) expect(existsSync(join(GUIDE, target)), target).toBe(true)
})

test.each([
  ['/counter', 'selling'],
  ['/counter/return/12', 'after-sale'],
  ['/customers/3', 'members'],
  ['/customers/tiers', 'members'],
  ['/settings/printers', 'printers'],
  ['/printing', 'printers'],
  ['/settings', 'settings'],
  ['/keys', 'settings'],
  ['/sensitive', 'staff'],
  ['/stock/adjust', 'goods'],
  ['/more', 'start'],
])('on %s help opens at %s', (path, chapter) => {
  expect(chapterFor(path)).toBe(chapter)
  expect(isChapter(chapter)).toBe(true)
})

test('no other name is a chapter', () => {
  expect(isChapter('nowhere')).toBe(false)
  expect(isChapter(['start'])).toBe(false)
})
