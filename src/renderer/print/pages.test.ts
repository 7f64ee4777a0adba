import { expect, test } from 'vitest'
import { breakIntoPages, type Heights } from './pages.ts'

/** A page that holds ten lines beneath the full head, twelve beneath the short one. */
const sheet: Heights = { page: 130, first: 25, running: 5, columns: 5, rows: [], end: 30 }
const rows = (count: number, height = 10) => Array.from({ length: count }, () => height)

test('a short document is one page', () => {
  expect(breakIntoPages({ ...sheet, rows: rows(3) })).toEqual([{ from: 0, to: 3 }])
})

test('a document without a line is one page', () => {
  expect(breakIntoPages(sheet)).toEqual([{ from: 0, to: 0 }])
})

test('lines that fill the first page leave the totals no room: the last line goes over with them', () => {
  expect(breakIntoPages({ ...sheet, rows: rows(10) })).toEqual([
    { from: 0, to: 9 },
    { from: 9, to: 10 },
  ])
})

test('the pages after the first hold more, since their head is shorter', () => {
  const pages = breakIntoPages({ ...sheet, rows: rows(24) })
  expect(pages).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 22 },
    { from: 22, to: 24 },
  ])
})

test('a line of three rows of text is not torn apart', () => {
  const pages = breakIntoPages({ ...sheet, rows: [...rows(9), 30, ...rows(2)] })
  expect(pages[0]).toEqual({ from: 0, to: 9 })
  expect(pages[1]?.from).toBe(9)
})

test('every line is on exactly one page, whatever the heights', () => {
  for (let count = 0; count < 90; count += 1) {
    const heights = Array.from({ length: count }, (_, index) => 8 + ((index * 7) % 13))
    const pages = breakIntoPages({ ...sheet, rows: heights })
    expect(pages.flatMap(({ from, to }) => heights.slice(from, to))).toEqual(heights)
    pages.forEach(({ from, to }, index) => {
      const head = index === 0 ? sheet.first : sheet.running
      const end = index === pages.length - 1 ? sheet.end : 0
      const used = head + sheet.columns + end + heights.slice(from, to).reduce((sum, height) => sum + height, 0)
      expect(used).toBeLessThanOrEqual(sheet.page)
    })
  }
})
