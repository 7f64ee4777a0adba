/** What a strip of paper is made of: a few typed rows that know neither a printer nor a screen. */

export type Align = 'left' | 'center' | 'right'

export interface TextRow {
  readonly row: 'text'
  readonly text: string
  readonly align?: Align
  /** Twice as wide and as high. */
  readonly large?: boolean
  readonly bold?: boolean
}

/** A name on the left, its figure on the right. */
export interface PairRow {
  readonly row: 'pair'
  readonly left: string
  readonly right: string
  readonly large?: boolean
  readonly bold?: boolean
}

/** Cells side by side; a cell takes its share of the width, and the first that runs over pushes what is right of it down. */
export interface ColumnsRow {
  readonly row: 'columns'
  readonly cells: readonly { readonly text: string; readonly share: number; readonly align?: Align }[]
  readonly bold?: boolean
}

export interface RuleRow {
  readonly row: 'rule'
}

export interface BarcodeRow {
  readonly row: 'barcode'
  readonly symbology: 'ean13' | 'code128' | 'qr'
  readonly text: string
}

export interface FeedRow {
  readonly row: 'feed'
  readonly lines: number
}

export type PaperRow = TextRow | PairRow | ColumnsRow | RuleRow | BarcodeRow | FeedRow

/** Lines in the middle; what says nothing is left out. */
export const centred = (...texts: readonly string[]): PaperRow[] =>
  texts.filter((text) => text !== '').map((text) => ({ row: 'text', text, align: 'center' }))

export const shopName = (text: string): PaperRow => ({ row: 'text', text, align: 'center', large: true })

export const title = (text: string): PaperRow => ({ row: 'text', text, align: 'center', bold: true })

/** `单号: SO-20261121-0001`; nothing where there is nothing to say. */
export const fact = (name: string, figure: string): PaperRow[] =>
  figure === '' ? [] : [{ row: 'text', text: `${name}: ${figure}` }]

export const pair = (left: string, right: string, { large = false, bold = false } = {}): PaperRow => ({
  row: 'pair',
  left,
  right,
  large,
  bold,
})
