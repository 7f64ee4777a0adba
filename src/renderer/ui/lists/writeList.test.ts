import { expect, test } from 'vitest'
import { csvWriter } from './csv.ts'
import type { ExportColumn } from './exported.ts'
import { writeList, type Pages } from './writeList.ts'

const COLUMNS: readonly ExportColumn<number>[] = [{ key: 'n', title: 'n', kind: 'count', value: (row) => row }]

/** Five rows, two to a page. */
const five: Pages<number> = (after) => {
  const from = Number(after ?? 0)
  const rows = [1, 2, 3, 4, 5].slice(from, from + 2)
  return Promise.resolve({ rows, next: from + 2 < 5 ? String(from + 2) : null })
}
const asked = (over: { pages?: Pages<number>; most?: number; signal?: AbortSignal } = {}) => {
  const told: number[] = []
  const written = writeList({
    ...{ columns: COLUMNS, pages: five, writer: csvWriter(['n']), most: 100 },
    ...{ signal: new AbortController().signal, progress: (rows) => told.push(rows) },
    ...over,
  })
  return { told, written }
}

test('all pages are written, and one hears how far it is', async () => {
  const { told, written } = asked()
  expect(await (await written)?.text()).toBe('n\r\n1\r\n2\r\n3\r\n4\r\n5\r\n')
  expect(told).toEqual([2, 4, 5])
})

test('more than fits is not cut off in silence', async () => {
  expect(await asked({ most: 4 }).written).toBeNull()
})

test('it can be given up between two pages', async () => {
  const giveUp = new AbortController()
  const { told, written } = asked({
    signal: giveUp.signal,
    pages: (after, signal) => {
      if (after === '2') giveUp.abort()
      return five(after, signal)
    },
  })
  await expect(written).rejects.toMatchObject({ name: 'AbortError' })
  expect(told).toEqual([2])
})
