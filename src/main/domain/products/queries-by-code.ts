import type { SkuRow } from '../../../contract/products.ts'
import type { ReadContext } from '../context.ts'
import { identifiedSku } from './identified.ts'
import { listedSku } from './list.ts'

export type Scanned = SkuRow & { readonly scannedUnit: string }

/** What a scan means: exactly one SKU and unit, or none. */
export function scannedSku(ctx: ReadContext, { code }: { readonly code: string }): Scanned | null {
  const found = identifiedSku(ctx.db, code)
  const row = found ? listedSku(ctx, found.skuId) : null
  return found && row ? { ...row, scannedUnit: found.unit } : null
}
