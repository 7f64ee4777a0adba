/** The papers that a shop has in its printers, in millimetres. */
import type { Paper } from '../../contract/documents.ts'

export interface Sheet {
  readonly key: SheetKey
  readonly width: number
  /** null: one strip as long as what stands on it. */
  readonly height: number | null
  readonly marginX: number
  readonly marginY: number
}

export const SHEET_KEYS = ['80', '58', 'A4', 'A5', '241x140'] as const
export type SheetKey = (typeof SHEET_KEYS)[number]

export const SHEETS: Readonly<Record<SheetKey, Sheet>> = {
  // 72 mm of an 80 mm roll and 48 mm of a 58 mm roll can be printed on.
  '80': { key: '80', width: 80, height: null, marginX: 4, marginY: 3 },
  '58': { key: '58', width: 58, height: null, marginX: 5, marginY: 3 },
  A4: { key: 'A4', width: 210, height: 297, marginX: 15, marginY: 14 },
  A5: { key: 'A5', width: 148, height: 210, marginX: 10, marginY: 10 },
  // Continuous paper: 12.7 mm on either side are the tractor's holes.
  '241x140': { key: '241x140', width: 241, height: 140, marginX: 16, marginY: 7 },
}

export const SHEETS_OF: Readonly<Record<Paper, readonly SheetKey[]>> = {
  receipt: ['80', '58'],
  salesDocument: ['A4', 'A5', '241x140'],
  packingSlip: ['A4', 'A5'],
  collectionSlip: ['80', '58'],
}

const PX_PER_MM = 96 / 25.4
export const toPixels = (millimetres: number) => millimetres * PX_PER_MM
/** Rounded up to whole millimetres, so that a strip never spills over to a second page. */
export const toMillimetres = (pixels: number) => Math.ceil(pixels / PX_PER_MM)
