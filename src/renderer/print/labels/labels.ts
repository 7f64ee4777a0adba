/** What is stuck on goods: which labels, in which size, and what stands on each. Pure. */
import type { ProductView } from '../../../contract/products.ts'
import { barsOf, isPrintable } from '../bars.ts'

export const LABEL_SIZES = ['40x30', '50x30', '60x40'] as const
export type LabelSize = (typeof LABEL_SIZES)[number]

/** Millimetres. */
export const LABELS: Readonly<Record<LabelSize, { readonly width: number; readonly height: number }>> = {
  '40x30': { width: 40, height: 30 },
  '50x30': { width: 50, height: 30 },
  '60x40': { width: 60, height: 40 },
}

export interface Label {
  readonly skuId: number
  readonly productId: number
  readonly title: string
  readonly variant: string
  readonly code: string
  readonly price: number
  readonly unit: string
  /** What its bars say; empty where neither barcode nor code can be printed. */
  readonly barcode: string
  /** Whether its bars are a barcode of its own. */
  readonly hasBarcode: boolean
}

/** The labels of a product's variants in use. Bars are its barcode for one piece, else any, else its code. */
export function labelsOf(product: ProductView): Label[] {
  const { id: productId, title, baseUnit: unit } = product
  return product.skus
    .filter((sku) => !sku.archived)
    .map(({ id: skuId, variant, code, price, barcodes }) => {
      const own = barcodes.find((known) => known.unit === unit) ?? barcodes[0]
      const barcode = own?.barcode ?? (isPrintable(code) ? code : '')
      return { skuId, productId, title, variant, code, price, unit, barcode, hasBarcode: own !== undefined }
    })
}

/** One dot of a 203 dpi head; the thinnest bar is a whole number of them, or scanners stumble. */
const DOT = 25.4 / 203
const QUIET_MODULES = 20
const MOST_DOTS = 3

/** How wide the thinnest bar may be on a label of that width. */
export function moduleOn(width: number, barcode: string): number {
  const dots = Math.floor(width / ((barsOf(barcode).modules + QUIET_MODULES) * DOT))
  return DOT * Math.max(1, Math.min(MOST_DOTS, dots))
}
