/** What a receipt printer can put on paper, measured in half-width cells. Its font is that of GB18030. */
import iconv from 'iconv-lite'

/** As it stands in GB18030: one byte prints one cell wide, two or four bytes two. */
export const encoded = (text: string): Buffer => iconv.encode(text, 'gb18030')

const widths = new Map<string, number>()

function widthOf(character: string): number {
  let width = widths.get(character)
  if (width === undefined) {
    width = encoded(character).length === 1 ? 1 : 2
    widths.set(character, width)
  }
  return width
}

export function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += widthOf(character)
  return cells
}

/** No printer has a picture for these; a box shows that something stood there. */
const EMOJI =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{Emoji_Modifier}\u{FE0F}\u{20E3}]*(?:\u200D\p{Extended_Pictographic}[\p{Emoji_Modifier}\u{FE0F}]*)*/gu
const BOX = '□'
/** Control characters would be commands to the printer; marks of direction and joining have no width of their own. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u{FE00}-\u{FE0F}]/gu
/** Signs that GB18030 has only in four bytes, which old fonts lack, by their twins in two. */
const TWINS: Readonly<Record<string, string>> = { '¥': '￥', '₩': 'W', '\u00a0': ' ', '•': '·', '™': 'TM', '©': '(C)' }
const TWINNED = /[¥₩\u00a0•™©]/g

/** Text that is only text, in signs that the printer has. Rare characters stay: GB18030 has them all. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(TWINNED, (sign) => TWINS[sign] ?? sign)
    .replace(EMOJI, BOX)
    .replace(UNPRINTABLE, '')
    .replaceAll('\ufffd', BOX)
}

/** Breaks text into lines of at most so many cells: at a blank of its second half, else wherever it is full. */
export function wrapped(text: string, cells: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const character of text) {
    const width = widthOf(character)
    if (used + width > cells) {
      const blank = line.lastIndexOf(' ')
      const splits = character !== ' ' && cellsOf(line.slice(0, blank + 1)) > cells / 2
      lines.push((splits ? line.slice(0, blank) : line).trimEnd())
      line = splits ? line.slice(blank + 1) : ''
      used = cellsOf(line)
      if (character === ' ') continue
    }
    line += character
    used += width
  }
  return [...lines, line.trimEnd()]
}

export function padded(text: string, cells: number, align: 'left' | 'center' | 'right'): string {
  const free = Math.max(0, cells - cellsOf(text))
  const before = align === 'left' ? 0 : align === 'right' ? free : Math.floor(free / 2)
  return ' '.repeat(before) + text + ' '.repeat(free - before)
}
