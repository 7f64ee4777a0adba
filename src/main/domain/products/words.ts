/** How a SKU is found: by title, variant and category with their initials, by codes, and by what its barcodes end with. */
import { codeWordsOf, endingsOf, wordsOf } from '../words.ts'

const BARCODE_ENDINGS = [4, 5, 6]

interface Described {
  readonly product: { readonly code: string; readonly title: string; readonly category: string }
  readonly sku: { readonly code: string; readonly variant: string }
  readonly barcodes: readonly string[]
}

export function skuWords({ product, sku, barcodes }: Described): string {
  const words = new Set([
    ...wordsOf(`${product.title} ${sku.variant}`),
    ...wordsOf(product.category),
    ...codeWordsOf(product.code),
    ...codeWordsOf(sku.code),
    ...barcodes.flatMap((barcode) => endingsOf(barcode, BARCODE_ENDINGS)),
  ])
  return [...words].join(' ')
}
