/** The list price of goods for a kind of customer. */
import type { PriceSource } from '../../contract/documents.ts'
import type { TierPrice } from '../../contract/tiers.ts'
import { ONE, priceAtRate, priceOfUnit, type Quantity, type Rate, type UnitPrice } from '../../contract/values.ts'

export interface Tier {
  readonly price: TierPrice
  /** What remains of that price. */
  readonly rate: Rate
}

/** Per base unit. */
export interface Prices {
  readonly price: UnitPrice
  readonly memberPrice: UnitPrice | null
  readonly wholesalePrice: UnitPrice | null
}

/** A unit of so many base units, with the prices that it has of its own. */
export interface UnitPrices {
  readonly factor: Quantity
  readonly price: UnitPrice | null
  readonly memberPrice: UnitPrice | null
  readonly wholesalePrice: UnitPrice | null
}

export const BASE_UNIT: UnitPrices = { factor: ONE, price: null, memberPrice: null, wholesalePrice: null }

const RETAIL: Tier = { price: 'retail', rate: 10_000 as Rate }
const NAMED = { retail: 'price', member: 'memberPrice', wholesale: 'wholesalePrice' } as const

/**
 * First the tier's kind of price, where goods have one, then the tier's rate. A unit's own price of a kind comes before so many
 * times the base unit's, and nobody pays more for a 箱 than its own retail price because of single bottles.
 */
export function listPriceFor(
  prices: Prices,
  tier: Tier | null,
  unit: UnitPrices,
): { readonly price: UnitPrice; readonly from: PriceSource } {
  const { price: kind, rate } = tier ?? RETAIL
  const name = NAMED[kind]
  const reckoned = (perBase: UnitPrice) => priceOfUnit(priceAtRate(perBase, rate), unit.factor)
  const retail = unit.price === null ? reckoned(prices.price) : priceAtRate(unit.price, rate)
  const ofUnit = unit[name] === null ? null : priceAtRate(unit[name], rate)
  const ofBase = prices[name] === null ? null : reckoned(prices[name])
  const own = ofUnit ?? (unit.price !== null && ofBase !== null && ofBase > retail ? null : ofBase)
  if (kind !== 'retail' && own !== null) return { price: own, from: kind }
  return { price: retail, from: rate === 10_000 ? 'list' : 'member' }
}
