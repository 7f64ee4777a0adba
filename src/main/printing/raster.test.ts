import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPaper } from '../testing/escpos-reader.ts'
import { blackAndWhite, bytesOfRow, type Bitmap } from './bitmap.ts'
import { encodePages } from './html.ts'
import { layOut } from './layout.ts'
import { encodePictures } from './raster.ts'

const anyBitmap = fc
  .record({ width: fc.constantFrom(384, 504, 576), height: fc.integer({ min: 1, max: 300 }) })
  .chain(({ width, height }) => {
    const length = bytesOfRow(width) * height
    return fc.uint8Array({ minLength: length, maxLength: length }).map((bits): Bitmap => ({ width, height, bits }))
  })

test('a drawn paper comes back from the bytes dot by dot, and is cut once below its last row', () => {
  fc.assert(
    fc.property(anyBitmap, fc.boolean(), (bitmap, cuts) => {
      const paper = readPaper(encodePictures([bitmap, bitmap], { cuts }))
      expect(paper).toMatchObject({ unknown: [], kicks: [], cuts: cuts ? 1 : 0 })
      expect(paper.picture?.width).toBe(bitmap.width)
      expect(Buffer.from(paper.picture?.bits ?? [])).toEqual(Buffer.concat([bitmap.bits, bitmap.bits]))
    }),
    { numRuns: 30 },
  )
})

test('no band is higher than a cheap printer can hold', () => {
  const height = 1_000
  const bytes = encodePictures([{ width: 576, height, bits: new Uint8Array(72 * height) }], { cuts: false })
  const heights: number[] = []
  for (let at = 2; bytes[at] === 0x1d; at += 8 + 72 * bytes.readUInt16LE(at + 6))
    heights.push(bytes.readUInt16LE(at + 6))
  expect(Math.max(...heights)).toBe(64)
  expect(heights.reduce((sum, rows) => sum + rows, 0)).toBe(height)
})

test('grey becomes black or white, the left dot first', () => {
  const grey = (...levels: number[]) => Uint8Array.from(levels.flatMap((level) => [level, level, level, 255]))
  const row = grey(0, 255, 100, 200, 255, 255, 255, 0, 0, 255)
  expect(blackAndWhite(row, { width: 10, height: 1 }).bits).toEqual(Uint8Array.of(0b10100001, 0b10000000))
  expect(() => blackAndWhite(row, { width: 11, height: 1 })).toThrow('another size')
})

test('a long paper is drawn page by page, none higher than a window, and nothing is lost between them', () => {
  const lines = layOut(
    Array.from({ length: 50 }, (_, at) => ({ row: 'text' as const, text: `第${String(at)}行`, large: at % 7 === 0 })),
    32,
  )
  const pages = encodePages(lines, 32)
  expect(pages.every(({ width, height }) => width === 384 && height <= 600)).toBe(true)
  expect(pages.reduce((sum, { height }) => sum + height, 0)).toBe((50 + 8) * 30)
  const text = pages.map(({ html }) => html.replace(/^.*<\/style>/s, '').replaceAll(/<[^>]*>/g, '')).join('')
  expect(text).toBe(Array.from({ length: 50 }, (_, at) => `第${String(at)}行`).join(''))
})
