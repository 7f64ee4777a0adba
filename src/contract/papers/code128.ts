/**
 * Code 128, sets B and C: what a wedge scanner reads back from the foot of a receipt. Widths are bars and spaces in turn,
 * in modules (ISO/IEC 15417, table 1).
 */
const WIDTHS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ')

const TO_C = 99
const TO_B = 100
const START_B = 104
const START_C = 105
const STOP = 106
/** Digits go in pairs where that is shorter than switching there and back. */
const WORTH_C = 4

export interface Barcode {
  /** Width of the whole code in modules, without the quiet zones. */
  readonly modules: number
  readonly bars: readonly { readonly x: number; readonly width: number }[]
}

export function code128(text: string): Barcode {
  const symbols = symbolsOf(text)
  const check = symbols.reduce((total, symbol, place) => total + symbol * Math.max(place, 1), 0) % 103
  return drawn([...symbols, check, STOP])
}

function symbolsOf(text: string): number[] {
  const symbols: number[] = []
  let set = ''
  const use = (wanted: 'B' | 'C') => {
    if (set === '') symbols.push(wanted === 'C' ? START_C : START_B)
    else if (set !== wanted) symbols.push(wanted === 'C' ? TO_C : TO_B)
    set = wanted
  }
  for (let at = 0; at < text.length;) {
    const digits = /^\d*/.exec(text.slice(at))?.[0].length ?? 0
    if (digits % 2 === 0 && digits >= (set === 'C' ? 2 : WORTH_C)) {
      use('C')
      symbols.push(Number(text.slice(at, at + 2)))
      at += 2
    } else {
      use('B')
      symbols.push(symbolOf(text, at))
      at += 1
    }
  }
  return symbols
}

function symbolOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 32 || code > 126) throw new RangeError(`Code 128 B has no sign for U+${code.toString(16)}`)
  return code - 32
}

function drawn(symbols: readonly number[]): Barcode {
  const bars: { x: number; width: number }[] = []
  let x = 0
  for (const symbol of symbols) {
    const widths = WIDTHS[symbol] ?? ''
    for (let place = 0; place < widths.length; place++) {
      const width = Number(widths[place])
      if (place % 2 === 0) bars.push({ x, width })
      x += width
    }
  }
  return { modules: x, bars }
}
