/** Lines as the bytes of ESC/POS with the Chinese set: text in GB18030, which `cells.ts` has made safe. */
import { encoded } from './cells.ts'
import { code128 } from './code128.ts'
import type { Line, PrintedLine } from './layout.ts'
import type { Align } from '../../contract/papers/rows.ts'

export interface Finish {
  readonly cuts: boolean
}

const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d
const LF = 0x0a
export const RESET = Buffer.from([ESC, 0x40])
const CHINESE_MODE = Buffer.from([FS, 0x26])
const ALIGN: Readonly<Record<Align, number>> = { left: 0, center: 1, right: 2 }
const FEED_BEFORE_CUT = 4
const CUT = [GS, 0x56, 0x42, 0x00]

export function encodeLines(lines: readonly Line[], finish: Finish): Buffer {
  return Buffer.concat([RESET, CHINESE_MODE, ...lines.flatMap(encodeLine), finishBytes(finish)])
}

/** Out from under the head, so that the next tear or cut is below the last line. */
export const finishBytes = ({ cuts }: Finish): Buffer => Buffer.from([ESC, 0x64, FEED_BEFORE_CUT, ...(cuts ? CUT : [])])

/** Pulse of 50 ms, then at least half a second's rest, on the pin that the drawer hangs on. */
export function kickBytes(pin: 2 | 5): Buffer {
  return Buffer.from([ESC, 0x40, ESC, 0x70, pin === 2 ? 0 : 1, 0x19, 0xfa])
}

function encodeLine(line: Line): Uint8Array[] {
  if (line.line === 'feed') return [Buffer.from([ESC, 0x64, line.lines])]
  if (line.line === 'text') return encodeText(line)
  const centred = [ESC, 0x61, ALIGN.center]
  return [Buffer.from(centred), Buffer.from(codeBytes(line)), Buffer.from([LF, ESC, 0x61, ALIGN.left])]
}

function encodeText({ text, align, large, bold }: PrintedLine): Uint8Array[] {
  const before: number[] = []
  const after: number[] = []
  if (align !== 'left') {
    before.push(ESC, 0x61, ALIGN[align])
    after.push(ESC, 0x61, ALIGN.left)
  }
  if (large) {
    // One for Latin, one for Chinese: printers differ in whether the first does both.
    before.push(GS, 0x21, 0x11, FS, 0x21, 0x0c)
    after.push(GS, 0x21, 0x00, FS, 0x21, 0x00)
  }
  if (bold) {
    before.push(ESC, 0x45, 1)
    after.push(ESC, 0x45, 0)
  }
  return [Buffer.from(before), encoded(text), Buffer.from([LF, ...after])]
}

const BAR_HEIGHT = 64 // dots: 8 mm at 203 dpi
const BAR_WIDTH = 2
const NO_TEXT_BELOW = [GS, 0x48, 0]

function codeBytes({ symbology, text }: Extract<Line, { line: 'barcode' }>): number[] {
  if (symbology === 'qr') return qrBytes(text)
  const shape = [GS, 0x68, BAR_HEIGHT, GS, 0x77, BAR_WIDTH, ...NO_TEXT_BELOW]
  if (symbology === 'ean13') return [...shape, GS, 0x6b, 67, text.length, ...Buffer.from(text, 'latin1')]
  const data = code128(text)
  return [...shape, GS, 0x6b, 73, data.length, ...data]
}

const QR_MODULE = 6
const QR_LEVEL_M = 49

function qrBytes(text: string): number[] {
  const data = Buffer.from(text, 'utf8')
  const ask = (fn: number, ...rest: number[]) => {
    const length = rest.length + 2
    return [GS, 0x28, 0x6b, length & 0xff, length >> 8, 49, fn, ...rest]
  }
  return [
    ...ask(65, 50, 0), // model 2
    ...ask(67, QR_MODULE),
    ...ask(69, QR_LEVEL_M),
    ...ask(80, 48, ...data),
    ...ask(81, 48),
  ]
}
