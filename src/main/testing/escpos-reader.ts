/** Reads ESC/POS back as a printer would, for tests: what stands on the paper, and what else the printer did. */
import iconv from 'iconv-lite'
import type { Bitmap } from '../printing/bitmap.ts'

export interface ReadPaper {
  /** Line by line; a code as `[code]`. */
  readonly lines: readonly string[]
  readonly cuts: number
  /** The pins that were pulsed, in order. */
  readonly kicks: readonly (2 | 5)[]
  /** Commands that no printer of this kind knows. */
  readonly unknown: readonly string[]
  /** What was drawn dot by dot, band under band; null where nothing was. */
  readonly picture: Bitmap | null
}

/** How many bytes follow the two of a command, counted from the first argument. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  '1b40': 0,
  '1c26': 0,
  '1c2e': 0,
  '1b61': 1,
  '1b45': 1,
  '1d21': 1,
  '1c21': 1,
  '1d68': 1,
  '1d77': 1,
  '1d48': 1,
}

export function readPaper(bytes: Buffer): ReadPaper {
  const lines: string[] = []
  const kicks: (2 | 5)[] = []
  const unknown: string[] = []
  const bands: Bitmap[] = []
  let cuts = 0
  let line: number[] = []
  let code = ''
  const endLine = () => {
    lines.push(iconv.decode(Buffer.from(line), 'gb18030') + code)
    line = []
    code = ''
  }
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    if (byte === 0x0a) {
      endLine()
      at += 1
    } else if (byte === 0x10 && bytes[at + 1] === 0x04) {
      at += 3 // asked how it is
    } else if (byte !== 0x1b && byte !== 0x1c && byte !== 0x1d) {
      const length = byte < 0x80 ? 1 : (bytes[at + 1] ?? 0) < 0x40 ? 4 : 2
      line.push(...bytes.subarray(at, at + length))
      at += length
    } else {
      const name = bytes.toString('hex', at, at + 2)
      const known = ARGUMENTS[name]
      if (known !== undefined) at += 2 + known
      else if (name === '1b64') {
        for (let count = bytes[at + 2] ?? 0; count > 0; count -= 1) endLine()
        at += 3
      } else if (name === '1d56') {
        cuts += 1
        at += 4
      } else if (name === '1b70') {
        kicks.push(bytes[at + 2] === 0 ? 2 : 5)
        at += 5
      } else if (name === '1d6b') {
        const length = bytes[at + 3] ?? 0
        code = `[${codeText(bytes.subarray(at + 4, at + 4 + length))}]`
        at += 4 + length
      } else if (name === '1d76') {
        const [stride, height] = [bytes.readUInt16LE(at + 4), bytes.readUInt16LE(at + 6)]
        at += 8 + stride * height
        bands.push({ width: stride * 8, height, bits: bytes.subarray(at - stride * height, at) })
      } else if (name === '1d28') {
        const length = (bytes[at + 3] ?? 0) + 256 * (bytes[at + 4] ?? 0)
        if (bytes[at + 6] === 80) code = `[${bytes.toString('utf8', at + 8, at + 5 + length)}]`
        at += 5 + length
      } else {
        unknown.push(name)
        at += 2
      }
    }
  }
  return { lines, cuts, kicks, unknown, picture: stacked(bands) }
}

function stacked(bands: readonly Bitmap[]): Bitmap | null {
  const [first] = bands
  if (!first) return null
  const height = bands.reduce((sum, band) => sum + band.height, 0)
  return { width: first.width, height, bits: Buffer.concat(bands.map(({ bits }) => bits)) }
}

/** Code 128 with its switches between B and C; plain digits of an EAN. */
function codeText(data: Buffer): string {
  let text = ''
  let set = ''
  for (let at = 0; at < data.length; at += 1) {
    const byte = data[at] ?? 0
    const next = String.fromCharCode(data[at + 1] ?? 0)
    if (byte === 0x7b && /[BC]/.test(next)) {
      set = next
      at += 1
    } else if (set === 'C') text += String(byte).padStart(2, '0')
    else {
      text += String.fromCharCode(byte)
      if (byte === 0x7b) at += 1
    }
  }
  return text
}
