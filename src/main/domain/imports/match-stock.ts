/** Whose opening stock a row tells, and whether it may still be booked: once goods have moved, a count is a stock-take. */
import type { Id, Quantity } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import type { WantedStock } from '../../importing/plan.ts'
import { productAsTyped, productIdByCode, productIdByLabel, skuNamed } from '../products/queries-for-import.ts'
import { levelsOf } from '../stock/queries.ts'

export type StockMatch =
  | { readonly outcome: 'created'; readonly skuId: Id }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'moved'; readonly onHand: Quantity }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'several' }
  | { readonly outcome: 'service' }

export function matchStock(db: ReadDb, wanted: WantedStock): StockMatch {
  const found = skuOf(db, wanted)
  if (typeof found === 'string') return { outcome: found }
  const level = levelsOf(db, [found]).get(found)
  if (!level) return { outcome: 'created', skuId: found }
  return level.onHand === wanted.quantity ? { outcome: 'same' } : { outcome: 'moved', onHand: level.onHand }
}

function skuOf(
  db: ReadDb,
  { skuCode, barcode, styleCode, variant }: WantedStock,
): Id | 'unknown' | 'several' | 'service' {
  const own = skuCode === '' ? undefined : skuNamed(db, skuCode)
  if (own) return own.kind === 'goods' ? own.id : 'service'
  const named = [skuCode, barcode].map((label) => (label === '' ? undefined : productIdByLabel(db, label)))
  const productId = named.find((id) => id !== undefined) ?? productIdByCode(db, styleCode || skuCode)
  if (productId === undefined) return 'unknown'
  const { skus, kind } = productAsTyped(db, productId)
  if (kind !== 'goods') return 'service'
  const inUse = skus.filter(({ archived }) => !archived)
  const byCode = inUse.find(({ code }) => skuCode !== '' && code === skuCode)
  const byBarcode = inUse.find(({ barcodes }) => barcodes.some((label) => label.barcode === barcode))
  const byVariant = inUse.find((sku) => sku.variant === variant)
  const [only, ...others] = inUse
  const found = byCode ?? byBarcode ?? byVariant ?? (others.length === 0 ? only : undefined)
  return found?.id ?? 'several'
}
