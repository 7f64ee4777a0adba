/**
 * Lines as pages of a browser: for printers that the system drives, and for those that draw. Every character stands in its
 * own cells, so that figures are aligned whatever the font.
 */
import { code128 } from '../../contract/papers/code128.ts'
import { cellsOf, padded } from './cells.ts'
import { asText, type Line } from './layout.ts'

/** A page of which every pixel becomes a dot of the printer's head. */
export interface PicturePage {
  readonly html: string
  readonly width: number
  readonly height: number
}

const PAPER_MM: Readonly<Record<number, { readonly width: number; readonly printed: number }>> = {
  32: { width: 58, printed: 48 },
  42: { width: 80, printed: 64 },
  48: { width: 80, printed: 72 },
}
const MARGIN_MM = 3

/** Lengths of one paper, in its own unit. */
interface Measure {
  readonly unit: 'mm' | 'px'
  /** Half the width of a Chinese character. */
  readonly cell: number
  readonly line: number
  /** The thinnest bar of a code: two dots of the head. */
  readonly bar: number
}

/** One page as long as the paper, in millimetres. */
export function encodeHtml(lines: readonly Line[], columns: number) {
  const { width, printed } = PAPER_MM[columns] ?? { width: 80, printed: 72 }
  const measure: Measure = { unit: 'mm', cell: printed / columns, line: 4, bar: 0.25 }
  const heightMm = Math.ceil(heightOf(lines, measure) + 2 * MARGIN_MM)
  const page = `@page { size: ${String(width)}mm ${String(heightMm)}mm; margin: 0 }
body { box-sizing: border-box; width: ${String(width)}mm; padding: ${String(MARGIN_MM)}mm ${String((width - printed) / 2)}mm }`
  return { html: pageOf(lines, columns, measure, page), widthMm: width, heightMm }
}

/** A cell of a receipt printer is 12 dots wide, a line 30 high. */
const DOTS: Measure = { unit: 'px', cell: 12, line: 30, bar: 2 }
/** No window need be higher than a screen. */
const LINES_A_PAGE = 16

/** Pages that follow each other without a gap, in dots. */
export function encodePages(lines: readonly Line[], columns: number): PicturePage[] {
  const count = Math.ceil(lines.length / LINES_A_PAGE)
  return Array.from({ length: count }, (_, at) => {
    const some = lines.slice(at * LINES_A_PAGE, (at + 1) * LINES_A_PAGE)
    const [width, height] = [columns * DOTS.cell, heightOf(some, DOTS)]
    const page = `body { width: ${String(width)}px; height: ${String(height)}px; overflow: hidden }`
    return { html: pageOf(some, columns, DOTS, page), width, height }
  })
}

const BARCODE_LINES = 3

function heightOf(lines: readonly Line[], { line }: Measure): number {
  const heights = lines.map((one) => {
    if (one.line === 'feed') return one.lines
    if (one.line === 'barcode') return isDrawn(one) ? BARCODE_LINES : 1
    return one.large ? 2 : 1
  })
  return heights.reduce((sum, height) => sum + height, 0) * line
}

function pageOf(lines: readonly Line[], columns: number, measure: Measure, page: string): string {
  const { unit, cell, line } = measure
  const length = (value: number) => `${String(value)}${unit}`
  return `<!doctype html><meta charset="utf-8"><title>Guitai</title><style>
${page}
body { margin: 0; background: #fff }
p { margin: 0; height: ${length(line)}; color: #000; white-space: nowrap;
  font: ${length(cell * 2)}/${length(line)} 'NSimSun', 'PingFang SC', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace }
i { display: inline-block; width: ${length(cell)}; font-style: normal; text-align: center; white-space: pre }
i.wide { width: ${length(cell * 2)} }
.bold { font-weight: bold }
.large { height: ${length(line * 2)}; font-size: ${length(cell * 4)}; line-height: ${length(line * 2)} }
.large i { width: ${length(cell * 2)} } .large i.wide { width: ${length(cell * 4)} }
svg { display: block; height: ${length(line * BARCODE_LINES - cell)}; margin: 0 auto }
div { height: ${length(line * BARCODE_LINES)} }
</style>${lines.map((one) => htmlOf(one, columns, measure)).join('')}`
}

function htmlOf(line: Line, columns: number, measure: Measure): string {
  if (isDrawn(line)) return barsOf(line.text, measure)
  if (line.line !== 'text')
    return asText([line], columns)
      .map((text) => `<p>${cells(text)}</p>`)
      .join('')
  const { text, align, large, bold } = line
  const classes = [large && 'large', bold && 'bold'].filter((name) => name !== false).join(' ')
  return `<p class="${classes}">${cells(padded(text, large ? Math.floor(columns / 2) : columns, align).trimEnd())}</p>`
}

const cells = (text: string): string =>
  [...text].map((sign) => `<i${cellsOf(sign) === 2 ? ' class="wide"' : ''}>${escaped(sign)}</i>`).join('')

type Barcode = Extract<Line, { line: 'barcode' }>

const isDrawn = (line: Line): line is Barcode => line.line === 'barcode' && line.symbology === 'code128'

function barsOf(text: string, { unit, bar }: Measure): string {
  const { modules, bars } = code128(text)
  const outline = bars.map(({ x, width }) => `M${String(x)} 0h${String(width)}v1h-${String(width)}z`).join('')
  return `<div><svg viewBox="0 0 ${String(modules)} 1" preserveAspectRatio="none" shape-rendering="crispEdges" style="width:${String(modules * bar)}${unit}"><path d="${outline}"/></svg></div>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
