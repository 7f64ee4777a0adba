/** The list price of goods for a kind of customer. */
import type { PriceSource } from '../../contract/documents.ts'
import type { TierPrice } from '../../contract/tiers.ts'
import { priceAtRate, priceOfUnit, type Quantity, type Rate, type UnitPrice } from '../../contract/values.ts'

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

/** First the tier's kind of price, where goods have one, then the tier's rate; for a unit of `factor` base units. */
export function listPriceFor(
  prices: Prices,
  tier: Tier | null,
  factor: Quantity,
): { readonly price: UnitPrice; readonly from: PriceSource } {
  if (tier === null) return { price: priceOfUnit(prices.price, factor), from: 'list' }
  const own = { retail: null, member: prices.memberPrice, wholesale: prices.wholesalePrice }[tier.price]
  const price = priceOfUnit(priceAtRate(own ?? prices.price, tier.rate), factor)
  if (own !== null) return { price, from: tier.price === 'wholesale' ? 'wholesale' : 'member' }
  return { price, from: tier.rate === 10_000 ? 'list' : 'member' }
}
