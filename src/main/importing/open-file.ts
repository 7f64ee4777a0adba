/** What a file is, by what it begins with: its name says nothing reliable. */
import { closeSync, openSync, readSync } from 'node:fs'
import { csvSheet } from './csv.ts'
import { openHtml } from './html.ts'
import { notRead, type Sheet } from './source.ts'
import { openXls } from './xls.ts'
import { openXlsx } from './xlsx.ts'

export interface OpenFile {
  readonly sheets: readonly Sheet[]
  readonly close: () => void
}

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ZIP = Buffer.from('PK\u0003\u0004')
/** Older workbooks begin with a record of their own. */
const BIFF_2_TO_4 = /^\u0009[\u0000\u0002\u0004]/u // eslint-disable-line no-control-regex -- bytes, not text
const MARKUP = /^\s*</
const TABLE = /<\s*(html|table|head|body|meta|!doctype html)/i

export function openFile(file: string): OpenFile {
  const start = startOf(file)
  if (start.subarray(0, 4).equals(ZIP)) return openXlsx(file)
  if (start.subarray(0, 8).equals(COMPOUND)) return { sheets: openXls(file), close: () => undefined }
  const text = start
    .toString('latin1')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
  if (BIFF_2_TO_4.test(start.toString('latin1')) || text.startsWith('%PDF') || text.startsWith('Rar!')) notRead()
  if (MARKUP.test(text)) return { sheets: TABLE.test(text) ? openHtml(file) : notRead(), close: () => undefined }
  return { sheets: [csvSheet(file)], close: () => undefined }
}

function startOf(file: string): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(1024)
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(handle)
  }
}
