import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPaper } from '../testing/escpos-reader.ts'
import { cellsOf, encoded, printable, wrapped } from './cells.ts'
import { code128 } from './code128.ts'
import { encodeLines, kickBytes } from './escpos.ts'
import { asText, layOut } from './layout.ts'
import type { PaperRow } from '../../contract/papers/rows.ts'

const anyText = fc.string({ unit: 'grapheme', maxLength: 80 })

describe('what a printer can print', () => {
  test('is measured in cells: Latin one, Chinese two, rare characters two', () => {
    expect(['a', '茶', '￥', '㐂', '𠮷', 'é'].map(cellsOf)).toEqual([1, 2, 2, 2, 2, 2])
    expect(encoded('𠮷')).toHaveLength(4)
  })

  test('keeps rare characters and shows a box for each emoji', () => {
    expect(printable('𠮷㐂 🍵👩‍👩‍👧‍👦❤️🇨🇳茶')).toBe('𠮷㐂 □□□□茶')
    expect(printable('¥12')).toBe('￥12')
  })

  test('holds no command that a name could smuggle in', () => {
    expect(printable('茶\u001bp\u0000\u0019\u00fa\u202e\u200b叶')).toBe('茶pú叶')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = encoded(printable(text))
        expect(bytes.some((byte) => byte < 0x20 || byte === 0x7f)).toBe(false)
      }),
    )
  })
})

describe('a line', () => {
  test('is broken at a blank where one is near, else where it is full', () => {
    expect(wrapped('Premium Longjing 250g', 18)).toEqual(['Premium Longjing', '250g'])
    expect(wrapped('特级龙井茶', 7)).toEqual(['特级龙', '井茶'])
    expect(wrapped('', 10)).toEqual([''])
  })

  test('is never wider than the paper, and nothing but blanks is lost', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(16, 32, 48), (text, columns) => {
        const shown = printable(text)
        const lines = wrapped(shown, columns)
        expect(lines.every((line) => cellsOf(line) <= columns)).toBe(true)
        expect(lines.join('').replace(/\s/g, '')).toBe(shown.replace(/\s/g, ''))
      }),
    )
  })

  test('of a name and a figure has the figure at the edge, below the name where both do not fit', () => {
    const rows = (left: string): PaperRow[] => [{ row: 'pair', left, right: '1,234.50' }]
    expect(asText(layOut(rows('应收'), 20), 20)).toEqual(['应收        1,234.50'])
    expect(asText(layOut(rows('特级明前西湖龙井'), 20), 20)).toEqual(['特级明前西湖龙井', '            1,234.50'])
  })

  test('comes back from the bytes as it was', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const lines = layOut([{ row: 'pair', left, right }, { row: 'rule' }], 32)
        const paper = readPaper(encodeLines(lines, { cuts: false }))
        expect(paper.unknown).toEqual([])
        expect(paper.lines.slice(0, lines.length)).toEqual(lines.map((line) => (line.line === 'text' ? line.text : '')))
      }),
    )
  })
})

test('codes are drawn by the printer itself', () => {
  const rows = (['code128', 'ean13', 'qr'] as const).map((symbology): PaperRow => {
    const text = { code128: 'SO-20261121-0001', ean13: '6901234567892', qr: '柜台 1' }[symbology]
    return { row: 'barcode', symbology, text }
  })
  const { lines, unknown } = readPaper(encodeLines(layOut(rows, 32), { cuts: false }))
  expect(lines.slice(0, 3)).toEqual(['[SO-20261121-0001]', '[6901234567892]', '[柜台 1]'])
  expect(unknown).toEqual([])
})

test("a document's number as Code 128 fits the 384 dots of 58 mm", () => {
  const switches = code128('SO-20261121-0001').filter((byte) => byte === 0x7b).length
  const symbols = code128('SO-20261121-0001').length - switches + 1 // a switch is one sign, and so is the check
  expect((symbols * 11 + 13) * 2).toBeLessThanOrEqual(384)
})

test('the drawer opens by either pin', () => {
  expect(readPaper(Buffer.concat([kickBytes(2), kickBytes(5)])).kicks).toEqual([2, 5])
})
