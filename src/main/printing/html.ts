/** Lines as a page for printers that the system drives: the same text in the same cells, on paper of the same width. */
import { asText, type Line } from './layout.ts'

const PAPER_MM: Readonly<Record<number, { readonly width: number; readonly printed: number }>> = {
  32: { width: 58, printed: 48 },
  42: { width: 80, printed: 64 },
  48: { width: 80, printed: 72 },
}
const LINE_MM = 4
const MARGIN_MM = 3

export function encodeHtml(lines: readonly Line[], columns: number) {
  const { width, printed } = PAPER_MM[columns] ?? { width: 80, printed: 72 }
  const body = lines.map((line) => htmlOf(line, columns)).join('')
  const heights = lines.map((line) =>
    line.line === 'text' ? (line.large ? 2 : 1) : line.line === 'feed' ? line.lines : 1,
  )
  const heightMm = Math.ceil(heights.reduce((sum, height) => sum + height, 0) * LINE_MM + 2 * MARGIN_MM)
  const cell = printed / columns
  const html = `<!doctype html><meta charset="utf-8"><title>Guitai</title><style>
@page { size: ${String(width)}mm ${String(heightMm)}mm; margin: 0 }
body { box-sizing: border-box; width: ${String(width)}mm; margin: 0; padding: ${String(MARGIN_MM)}mm ${String((width - printed) / 2)}mm }
pre { margin: 0; height: ${String(LINE_MM)}mm; overflow: visible; color: #000; white-space: pre;
  font: ${String(cell * 2)}mm/${String(LINE_MM)}mm 'NSimSun', 'Noto Sans Mono CJK SC', monospace }
pre.large { height: ${String(LINE_MM * 2)}mm; font-size: ${String(cell * 4)}mm; line-height: ${String(LINE_MM * 2)}mm }
pre.bold { font-weight: bold } pre.center { text-align: center } pre.right { text-align: right }
</style>${body}`
  return { html, widthMm: width, heightMm }
}

function htmlOf(line: Line, columns: number): string {
  if (line.line !== 'text')
    return asText([line], columns)
      .map((text) => `<pre>${escaped(text)}</pre>`)
      .join('')
  const classes = [line.align, line.large && 'large', line.bold && 'bold'].filter((name) => name !== false).join(' ')
  return `<pre class="${classes}">${escaped(line.text)}</pre>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
