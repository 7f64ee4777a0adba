import type { Id } from '../../../contract/values.ts'
import type { ReadContext } from '../context.ts'
import { listSkus } from './list.ts'

/** The goods that somebody may mean by a code, a barcode, a name or its initials; those no longer sold too. */
export function skuIdsLike(ctx: ReadContext, typed: string, limit: number): Id[] {
  return listSkus(ctx, { search: typed, limit, stock: 'any', archived: true }).rows.map(({ skuId }) => skuId)
}
