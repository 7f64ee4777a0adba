/** What a line of any document needs of a SKU: that it is there, in which unit, and how much that is. */
import { MOST_AMOUNT, toBase, type Id, type Money, type Quantity } from '../../contract/values.ts'
import type { ReadDb } from '../database/connection.ts'
import { refuse } from './errors.ts'
import { sellableSkus, type SellableSku, type SellableUnit } from './products/queries.ts'

/** A SKU that is traded today: it exists and is not archived. */
export function tradedSku(db: ReadDb, skuId: Id): SellableSku {
  return tradedOf(sellableSkus(db, [skuId]), skuId)
}

/** @param skus those read of a document, archived ones among them */
export function tradedOf(skus: ReadonlyMap<Id, SellableSku>, skuId: Id): SellableSku {
  const sku = skus.get(skuId)
  if (!sku || sku.archived) refuse('SKU_NOT_FOUND', { skuId })
  return sku
}

/** The unit of that name, or the base unit. */
export function unitOf({ units }: Pick<SellableSku, 'units'>, name: string | undefined): SellableUnit {
  const unit = name === undefined ? units[0] : units.find((each) => each.name === name)
  return unit ?? refuse('UNIT_NOT_FOUND', { unit: name ?? '' })
}

/** In base units; what rounds to nothing there cannot be traded. */
export function baseQuantityOf(
  sku: Pick<SellableSku, 'title'>,
  count: Quantity,
  unit: Pick<SellableUnit, 'name' | 'factor'>,
): Quantity {
  const base = withinTrade(toBase(count, unit.factor))
  if (base === 0) refuse('QUANTITY_TOO_SMALL', { title: sku.title, unit: unit.name })
  return base
}

/** A sum or count beyond all trade is a typing mistake. */
export function withinTrade<T extends Money | Quantity>(value: T): T {
  if (Math.abs(value) > MOST_AMOUNT) refuse('AMOUNT_TOO_LARGE')
  return value
}
