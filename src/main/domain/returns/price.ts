/**
 * What a return gives back. A piece of an earlier sale brings its share of what was really paid for it, and comes back at
 * the cost it went out with; the last piece takes the remainder, so sale and returns cancel exactly (DESIGN §4).
 * Lines are signed as the shop's income, hence negative, and always contain their tax.
 */
import type { ReturnLine } from '../../../contract/returns.ts'
import {
  add,
  amountOf,
  negate,
  negateQuantity,
  proportion,
  subtract,
  taxWithin,
  unitPriceOf,
  ZERO,
  type Id,
  type Money,
  type Quantity,
} from '../../../contract/values.ts'
import { daysBefore } from '../business-day.ts'
import { may, mustHave, type CommandContext, type ReadContext } from '../context.ts'
import { tiersInUse } from '../customers/queries-tiers.ts'
import type { LineDraft } from '../documents/commands.ts'
import { lowestSold } from '../documents/price-queries.ts'
import { lineWithDocument } from '../documents/queries.ts'
import { refuse } from '../errors.ts'
import { transition } from '../orders/lifecycle.ts'
import { listPriceFor, type UnitPrices } from '../pricing.ts'
import type { SellableSku } from '../products/queries.ts'
import { baseQuantityOf, tradedSku, unitOf, withinTrade } from '../sku-lines.ts'

/** A line that has not yet come back into stock; `restock` says what does, and at which cost when that is known. */
export interface ReturnDraft {
  /** The sale that it was sold by; null without receipt. */
  readonly originalId: Id | null
  /** It cannot be sold again (报损). */
  readonly writeOff: boolean
  readonly line: Omit<LineDraft, 'cost' | 'moved'>
  readonly restock: { readonly skuId: Id; readonly baseQuantity: Quantity; readonly cost?: Money } | null
  /** Refuses what this person may not give back. A price alone is never refused: another may still allow it. */
  mustBeAllowed(ctx: CommandContext): void
}

/** A price older than this says nothing about what was paid for goods without receipt. */
const DAYS_OF_PRICES = 90

type Of<K extends ReturnLine['kind']> = Extract<ReturnLine, { kind: K }>

export function priceReturn(ctx: ReadContext, customerId: Id | null, lines: readonly ReturnLine[]): ReturnDraft[] {
  const taken = new Map<Id, Quantity>()
  return lines.map((line) => {
    if (line.kind === 'linked') return linkedLine(ctx, line, customerId, taken)
    return line.kind === 'unlinked' ? unlinkedLine(ctx, line) : allowanceLine(ctx, line)
  })
}

function linkedLine(
  ctx: ReadContext,
  asked: Of<'linked'>,
  customerId: Id | null,
  taken: Map<Id, Quantity>,
): ReturnDraft {
  const found = lineWithDocument(ctx.db, asked.originalLineId)
  if (found?.document.kind !== 'sale' || found.line.kind === 'discount') refuse('LINE_NOT_FOUND')
  const { line: sold, document } = found
  transition(document.state, 'returnGoods', { lineCount: document.lineCount })
  if (document.customerId !== null && document.customerId !== customerId) refuse('RETURN_WRONG_CUSTOMER')
  const before = ((taken.get(sold.id) ?? 0) + found.returned) as Quantity
  const after = (before + asked.quantity) as Quantity
  if (after > sold.quantity) {
    const left = (sold.quantity - before) as Quantity
    refuse('RETURN_TOO_MUCH', { title: sold.title, left, unit: sold.unit })
  }
  taken.set(sold.id, ((taken.get(sold.id) ?? 0) + asked.quantity) as Quantity)
  const part = <T extends Money | Quantity>(whole: T): T => shareBetween(whole, before, after, sold.quantity)
  const paid = document.pricesIncludeTax ? sold.amount : add(sold.amount, sold.tax)
  const share = part(paid)
  const refund = refundOf(ctx, asked, share)
  const isShare = asked.unitPrice === undefined
  const decimals = ctx.shop.currencyDecimals
  const unitPrice =
    asked.unitPrice ?? (document.pricesIncludeTax ? sold.unitPrice : unitPriceOf(paid, sold.quantity, decimals))
  // The cost goes with the pieces that really move: what is too little to count leaves its cost to the next.
  const baseUpTo = (count: Quantity) => shareBetween(sold.baseQuantity, 0 as Quantity, count, sold.quantity)
  const [baseBefore, baseAfter] = [baseUpTo(before), baseUpTo(after)]
  const baseQuantity = (baseAfter - baseBefore) as Quantity
  const cost = shareBetween(sold.cost, baseBefore, baseAfter, sold.baseQuantity)
  const gross = negate(withinTrade(amountOf(asked.quantity, unitPrice, decimals)))
  return {
    originalId: document.id,
    writeOff: asked.writeOff ?? false,
    line: {
      kind: sold.kind,
      skuId: sold.skuId,
      code: sold.code,
      title: sold.title,
      variant: sold.variant,
      unit: sold.unit,
      factor: sold.factor,
      quantity: negateQuantity(asked.quantity),
      baseQuantity: negateQuantity(baseQuantity),
      unitPrice,
      priceFrom: isShare ? 'original' : 'typed',
      gross,
      lineDiscount: subtract(gross, negate(refund)),
      discountShare: ZERO,
      amount: negate(refund),
      taxRate: sold.taxRate,
      tax: negate(isShare ? part(sold.tax) : taxWithin(refund, sold.taxRate)),
      originalLineId: sold.id,
      // What they sold comes off what they sold.
      salespersonId: sold.salespersonId ?? document.salespersonId,
      giftReason: sold.giftReason,
    },
    restock:
      sold.kind === 'goods' && sold.skuId !== null && baseQuantity !== 0
        ? { skuId: sold.skuId, baseQuantity, cost }
        : null,
    mustBeAllowed(command) {
      const mayGiveMore = refund <= share || may(command, 'sales.overridePrice')
      if (!mayGiveMore) refuse('REFUND_ABOVE_PAID', { title: sold.title, most: share })
    },
  }
}

/** The part of `whole` between two counts of `total`: consecutive parts add up to the whole, whatever the rounding. */
function shareBetween<T extends Money | Quantity>(whole: T, before: Quantity, after: Quantity, total: Quantity): T {
  const upTo = (count: Quantity) => proportion(whole as Money, count, total)
  return subtract(upTo(after), upTo(before)) as T
}

function refundOf(ctx: ReadContext, { quantity, unitPrice }: Of<'linked'>, share: Money): Money {
  return unitPrice === undefined ? share : withinTrade(amountOf(quantity, unitPrice, ctx.shop.currencyDecimals))
}

function unlinkedLine(ctx: ReadContext, asked: Of<'unlinked'>): ReturnDraft {
  const sku = tradedSku(ctx.db, asked.skuId)
  const unit = unitOf(sku, asked.unit)
  const { name, factor } = unit
  const baseQuantity = baseQuantityOf(sku, asked.quantity, unit)
  const refund = withinTrade(amountOf(asked.quantity, asked.unitPrice, ctx.shop.currencyDecimals))
  return {
    originalId: null,
    writeOff: asked.writeOff ?? false,
    line: {
      ...given(refund),
      kind: sku.kind,
      skuId: sku.skuId,
      code: sku.code,
      title: sku.title,
      variant: sku.variant,
      unit: name,
      factor,
      quantity: negateQuantity(asked.quantity),
      baseQuantity: negateQuantity(baseQuantity),
      unitPrice: asked.unitPrice,
      priceFrom: 'typed',
      taxRate: sku.taxRate,
      tax: negate(taxWithin(refund, sku.taxRate)),
    },
    restock: sku.kind === 'goods' ? { skuId: sku.skuId, baseQuantity } : null,
    mustBeAllowed(command) {
      mustHave(command, 'sales.returnWithoutReceipt')
      if (may(command, 'sales.overridePrice')) return
      const most = lowestOf(command, sku, { quantity: asked.quantity, unit, baseQuantity })
      if (refund > most) refuse('REFUND_ABOVE_LOWEST', { title: sku.title, most })
    },
  }
}

interface Counted {
  readonly quantity: Quantity
  readonly unit: UnitPrices
  readonly baseQuantity: Quantity
}

/**
 * Nobody knows what was paid for it: the least that anyone did lately, and not more than it costs today, or it would be
 * brought back dear and bought again cheap. Of what nobody bought lately nobody knows who did before: the least that
 * any tier pays today.
 */
function lowestOf(ctx: ReadContext, sku: SellableSku, { quantity, unit, baseQuantity }: Counted): Money {
  const lowest = lowestSold(ctx.db, sku.skuId, daysBefore(ctx.businessDay, DAYS_OF_PRICES))
  const tiers = lowest ? [null] : [null, ...tiersInUse(ctx.db)]
  const today = tiers.map((tier) => amountOf(quantity, listPriceFor(sku, tier, unit).price, ctx.shop.currencyDecimals))
  const paid = lowest ? [proportion(lowest.paid, baseQuantity, lowest.baseQuantity)] : []
  return Math.min(...paid, ...today) as Money
}

function allowanceLine(ctx: ReadContext, asked: Of<'allowance'>): ReturnDraft {
  const taxRate = ctx.shop.profile.defaultTaxRate
  const refund = withinTrade(amountOf(asked.quantity, asked.unitPrice, ctx.shop.currencyDecimals))
  const count = negateQuantity(asked.quantity)
  return {
    originalId: null,
    writeOff: false,
    line: {
      ...given(refund),
      kind: 'discount',
      skuId: null,
      code: '',
      title: asked.title,
      variant: '',
      unit: '',
      factor: 1_000 as Quantity,
      quantity: count,
      baseQuantity: count,
      unitPrice: asked.unitPrice,
      priceFrom: 'none',
      taxRate,
      tax: negate(taxWithin(refund, taxRate)),
    },
    restock: null,
    mustBeAllowed: (command) => {
      mustHave(command, 'sales.discount')
    },
  }
}

const given = (refund: Money) => ({
  gross: negate(refund),
  lineDiscount: ZERO,
  discountShare: ZERO,
  amount: negate(refund),
  originalLineId: null,
})
