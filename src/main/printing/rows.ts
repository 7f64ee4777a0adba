/** What any paper is made of: a few typed rows that know no printer, laid out to a printer's width by `layout.ts`. */

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
}

/** Cells side by side; a cell takes its share of the width, and the first that runs over pushes what is right of it down. */
export interface ColumnsRow {
  readonly row: 'columns'
  readonly cells: readonly { readonly text: string; readonly share: number; readonly align?: Align }[]
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
