/**
 * A workbook of one sheet. Texts are cells of text, so that a barcode keeps its digits and nothing is ever a formula; numbers
 * are numbers. Written by hand over fflate: the libraries that do it compress in workers made of blobs, which our content
 * policy forbids.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell, SheetWriter } from './exported.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Indexes of `cellXfs` below. */
const STYLE = { plain: 0, text: 1, money: 2, title: 3 } as const
const COLUMN_WIDTH = 18

/** @param decimals of the shop's currency */
export function xlsxWriter(titles: readonly string[], name: string, decimals: number): SheetWriter {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk as Uint8Array<ArrayBuffer>)
  })
  for (const [path, text] of Object.entries(parts(name, decimals))) put(zip, path, text)
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  zip.add(sheet)
  const write = (text: string, last = false) => sheet.push(strToU8(text), last)
  write(`${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">
    <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
    <cols><col min="1" max="${titles.length}" width="${COLUMN_WIDTH}" customWidth="1"/></cols><sheetData>`)
  let rows = 0
  const row = (cells: readonly string[]) => write(`<row r="${(rows += 1)}">${cells.join('')}</row>`)
  const at = (column: number) => `${letters(column)}${rows + 1}`
  row(titles.map((text, column) => textCell(at(column), text, STYLE.title)))
  return {
    add: (cells) => row(cells.map((cell, column) => cellOf(at(column), cell))),
    end() {
      write('</sheetData></worksheet>', true)
      zip.end()
      return new Blob(chunks, { type: TYPE })
    },
  }
}

function put(zip: Zip, path: string, text: string): void {
  const file = new ZipDeflate(path)
  zip.add(file)
  file.push(strToU8(text), true)
}

function cellOf(at: string, cell: Cell): string {
  if (cell === null) return ''
  if ('text' in cell) return textCell(at, cell.text, STYLE.text)
  return `<c r="${at}" s="${cell.isMoney ? STYLE.money : STYLE.plain}"><v>${cell.number}</v></c>`
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26) - 1
  return `${before < 0 ? '' : letters(before)}${String.fromCharCode(65 + (column % 26))}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML knows neither most control characters nor half a character. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- control characters are just what is left out here
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
      .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
  )
}

const MOST_NAME = 31

function parts(name: string, decimals: number): Readonly<Record<string, string>> {
  const sheetName = escaped(name.replace(/[[\]:*?/\\']/g, ' ').slice(0, MOST_NAME))
  const money = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  const style = (rest: string) => `<xf borderId="0" fillId="0" xfId="0" ${rest}/>`
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">
      <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>
      <sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">
      <Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">
      <numFmts count="1"><numFmt numFmtId="164" formatCode="${money}"/></numFmts>
      <fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
      <borders count="1"><border><left/><right/><top/><bottom/></border></borders>
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
      <cellXfs count="4">${style('numFmtId="0" fontId="0"')}${style('numFmtId="49" fontId="0" applyNumberFormat="1"')}
      ${style('numFmtId="164" fontId="0" applyNumberFormat="1"')}${style('numFmtId="49" fontId="1" applyFont="1"')}</cellXfs>
      </styleSheet>`,
  }
}
