/** How a SKU is found: by title, variant, category, brand and season with their initials, by codes, and by its barcodes' ends. */
import { codeWordsOf, endingsOf, wordsOf } from '../words.ts'

const BARCODE_ENDINGS = [4, 5, 6]

export interface Described {
  readonly product: {
    readonly code: string
    readonly title: string
    readonly category: string
    readonly brand?: string | null | undefined
    readonly season?: string | null | undefined
  }
  readonly sku: { readonly code: string; readonly variant: string }
  readonly barcodes: readonly string[]
}

export function skuWords({ product, sku, barcodes }: Described): string {
  const words = new Set([
    ...wordsOf(`${product.title} ${sku.variant}`),
    ...[product.category, product.brand, product.season].flatMap((text) => (text ? [...wordsOf(text)] : [])),
    ...codeWordsOf(product.code),
    ...codeWordsOf(sku.code),
    ...barcodes.flatMap((barcode) => endingsOf(barcode, BARCODE_ENDINGS)),
  ])
  return [...words].join(' ')
}
