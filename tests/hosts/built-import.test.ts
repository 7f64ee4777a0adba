/** The thread that reads files, as it is shipped: bundled into one script, it must still run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { fileReader } from '../../src/main/importing/reading.ts'
import { uploadsIn } from '../../src/main/importing/uploads.ts'

const BUILT = join(import.meta.dirname, '../../out/main/importing/worker.js')
let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'guitai-built-import-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = [
  ['货号', '品名', '零售价'],
  ['A01', '女士大衣', '399'],
]
const sheet = (bookType: 'xlsx' | 'biff8'): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '商品')
  return Buffer.from(write(book, { type: 'buffer', bookType }) as Uint8Array)
}

test.each([
  ['csv', Buffer.from(rows.map((row) => row.join(',')).join('\n'))],
  ['xlsx', sheet('xlsx')],
  ['xls', sheet('biff8')],
])('the built reader reads a file of %s', async (name, bytes) => {
  const uploads = uploadsIn(folder)
  uploads.write(name, 0, bytes)
  const failures: string[] = []
  const reader = fileReader(BUILT, (message) => failures.push(message))
  const facts = reader.ask({ task: 'read', kind: 'products', ...uploads.placeOf(name) })
  await expect(facts).resolves.toMatchObject({
    headers: rows[0],
    rowCount: 1,
    samples: [['A01'], ['女士大衣'], ['399']],
  })
  expect(failures).toEqual([])
  await reader.close()
})

test('the built reader refuses what is no file of goods', async () => {
  const uploads = uploadsIn(folder)
  uploads.write('zip', 0, Buffer.from(zipSync({ 'a.txt': strToU8('no workbook') })))
  const reader = fileReader(BUILT, () => undefined)
  const answer = reader.ask({ task: 'read', kind: 'products', ...uploads.placeOf('zip') })
  await expect(answer).rejects.toMatchObject({ code: 'FILE_NOT_READ' })
  await reader.close()
})
