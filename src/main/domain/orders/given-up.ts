/** What a sale gives up against the list: who may, and what the owner reads of it afterwards (敏感操作). */
import type { Basket } from '../../../contract/orders.ts'
import { add, amountOf, subtract, ZERO, type Id, type Money } from '../../../contract/values.ts'
import { may, mustHave, type CommandContext, type ReadContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { recordSensitive } from '../sensitive/commands.ts'
import type { Priced, PricedSale } from './price.ts'
import { largerStep } from './round-off.ts'

type Asked = Pick<Basket, 'saleDiscount' | 'roundOff'>

/** What the shop takes off by itself (a tier's price, automatic 抹零) needs nobody's permission. */
export function mustBeAllowed(ctx: ReadContext, asked: Asked, { lines }: PricedSale): void {
  if (lines.some(isRepriced)) mustHave(ctx, 'sales.overridePrice')
  if (lines.some(({ isGift }) => isGift)) mustHave(ctx, 'sales.gift')
  if (lines.some(isReduced) || asked.saleDiscount !== null || isRoundedByKey(ctx, asked))
    mustHave(ctx, 'sales.discount')
  const below = lines.find(({ belowFloor }) => belowFloor)
  if (below && !may(ctx, 'sales.belowFloor')) refuse('PRICE_BELOW_FLOOR', { title: below.title })
}

/** One entry for each line that gives something up, and one for the whole sale. */
export function recordGivenUp(ctx: CommandContext, documentId: Id, asked: Asked, priced: PricedSale): void {
  for (const line of priced.lines) recordLine(ctx, documentId, line)
  const rounded = isRoundedByKey(ctx, asked) ? priced.totals.roundOff : ZERO
  const amount = add(priced.saleOff, rounded)
  if (amount > 0) recordSensitive(ctx, { kind: 'discounted', amount, documentId })
}

function recordLine(ctx: CommandContext, documentId: Id, line: Priced): void {
  const { currencyDecimals: decimals } = ctx.shop
  const about = { subject: line.title, documentId }
  if (isRepriced(line)) {
    const cheaper = subtract(amountOf(line.quantity, line.listPrice, decimals), line.gross)
    recordSensitive(ctx, { kind: 'priceOverridden', ...about, amount: Math.max(0, cheaper) as Money })
  }
  if (line.isGift) recordSensitive(ctx, { kind: 'gift', ...about, amount: line.gross, reason: line.giftReason ?? '' })
  else if (line.kind === 'discount')
    recordSensitive(ctx, { kind: 'discounted', ...about, amount: (0 - line.amount) as Money })
  else if (isReduced(line)) recordSensitive(ctx, { kind: 'discounted', ...about, amount: line.lineDiscount })
  if (line.belowFloor) {
    const floor = amountOf(line.baseQuantity, line.sku?.floorPrice ?? line.unitPrice, decimals)
    recordSensitive(ctx, { kind: 'belowFloor', ...about, amount: Math.max(0, subtract(floor, line.amount)) as Money })
  }
}

const isRepriced = ({ priceFrom, unitPrice, listPrice }: Priced) => priceFrom === 'typed' && unitPrice !== listPrice

const isReduced = ({ kind, discount, isGift, lineDiscount }: Priced) =>
  kind === 'discount' || (discount !== undefined && !isGift && lineDiscount > 0)

/** A key that asks for no more than the shop drops by itself asks for nothing. */
function isRoundedByKey(ctx: ReadContext, { roundOff }: Asked): boolean {
  const { automatic } = ctx.shop.profile.roundOff
  return roundOff !== 'none' && largerStep(automatic, roundOff) !== automatic
}
