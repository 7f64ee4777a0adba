/** What is asked of the shop about the goods of a stock document's line. */
import type { SkuRow } from '../../contract/products.ts'
import type { StockLevel } from '../../contract/stock.ts'
import { client } from '../api/client.ts'

/** The units in which they can be counted, base unit first; none when the shop does not say. */
export async function unitsOf({ productId }: SkuRow): Promise<readonly string[]> {
  const product = await client.products.get({ productId }).catch(() => null)
  return product ? [product.baseUnit, ...product.units.map(({ name }) => name)] : []
}

/** How many lie in each warehouse. */
export async function lyingOf({ skuId }: SkuRow): Promise<StockLevel['warehouses']> {
  const level = await client.stock.level({ skuId }).catch(() => null)
  return level?.warehouses ?? []
}

export const lyingAt = (lying: StockLevel['warehouses'], warehouseId: number | null): number | null =>
  lying.find(({ id }) => id === warehouseId)?.onHand ?? null
