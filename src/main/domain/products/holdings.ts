import { unitPriceOf, ZERO, type Id, type Money, type Quantity, type UnitPrice } from '../../../contract/values.ts'
import { may, type ReadContext } from '../context.ts'
import { levelsOf, onHandAtCounter } from '../stock/queries.ts'

export interface Held {
  readonly onHand: Quantity
  /** What lies where the counter sells from. */
  readonly atCounter: Quantity
  readonly value?: Money
  readonly unitCost?: UnitPrice
}

const NOTHING = { onHand: 0 as Quantity, value: ZERO, lastCost: 0 as UnitPrice }

/** What is on hand of each SKU; what it cost is absent for those who may not see it, not merely hidden. */
export function holdingsFor(ctx: ReadContext, skuIds: readonly Id[]): (skuId: Id) => Held {
  const levels = levelsOf(ctx.db, skuIds)
  const lying = onHandAtCounter(ctx.db, skuIds)
  const seesCost = may(ctx, 'cost.view')
  return (skuId) => {
    const { onHand, value, lastCost } = levels.get(skuId) ?? NOTHING
    const atCounter = lying.get(skuId) ?? NOTHING.onHand
    if (!seesCost) return { onHand, atCounter }
    const unitCost = onHand > 0 && value >= 0 ? unitPriceOf(value, onHand, ctx.shop.currencyDecimals) : lastCost
    return { onHand, atCounter, value, unitCost }
  }
}
