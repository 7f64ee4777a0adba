/** Stock put right and goods taken in, each as a document with its lines. */
import { amountOf, type Id, type Money, type Quantity, type UnitPrice } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { issueDocument, NO_TOTALS, type DocumentDraft, type LineDraft } from '../documents/commands.ts'
import { refuse } from '../errors.ts'
import type { SellableSku } from '../products/queries.ts'
import { baseQuantityOf, tradedSku, unitOf, withinTrade } from '../sku-lines.ts'
import { addStock, removeStock, type Moved } from './commands.ts'

export interface Adjustment {
  readonly reason: string
  readonly lines: readonly { readonly skuId: Id; readonly quantity: Quantity }[]
  readonly channel?: string | undefined
  readonly channelNumber?: string | undefined
}

/** Puts stock right by signed quantities. What is found is worth what the others are, what is lost leaves at cost. */
export function adjustStock(ctx: CommandContext, { reason, lines, channel, channelNumber }: Adjustment): Refs {
  const drafts = lines.map(({ skuId, quantity }) => {
    const sku = goodsOf(ctx, skuId)
    const moved =
      quantity > 0
        ? addStock(ctx, { skuId }, quantity)
        : removeStock(ctx, { skuId, title: sku.title, unit: sku.baseUnit }, (0 - quantity) as Quantity)
    const counted = { unit: sku.baseUnit, factor: 1_000 as Quantity, quantity, baseQuantity: quantity }
    return stockLine(sku, counted, (0 - moved.value) as Money, moved)
  })
  return issueStockPaper(ctx, 'adjustment', drafts, { reason, note: '', channel, channelNumber })
}

export interface Delivery {
  readonly kind: 'goodsReceived' | 'openingStock'
  readonly supplier: string
  readonly note: string
  readonly lines: readonly {
    readonly skuId: Id
    readonly unit?: string | undefined
    readonly quantity: Quantity
    readonly unitCost: UnitPrice
    /** What they are worth in all, where that is known better than by the piece. */
    readonly value?: Money | null
  }[]
}

/** Takes goods in at what they cost; the average follows. */
export function receiveGoods(ctx: CommandContext, { kind, supplier, note, lines }: Delivery): Refs {
  const drafts = lines.map(({ skuId, unit, quantity, unitCost, value: worth }) => {
    const sku = goodsOf(ctx, skuId)
    const { name, factor } = unitOf(sku, unit)
    const baseQuantity = baseQuantityOf(sku, quantity, { name, factor })
    const value = withinTrade(worth ?? amountOf(quantity, unitCost, ctx.shop.currencyDecimals))
    const moved = addStock(ctx, { skuId }, baseQuantity, value)
    return stockLine(sku, { unit: name, factor, quantity, baseQuantity }, value, moved)
  })
  return issueStockPaper(ctx, kind, drafts, { reason: supplier, note })
}

function goodsOf({ db }: CommandContext, skuId: Id): SellableSku {
  const sku = tradedSku(db, skuId)
  if (sku.kind !== 'goods') refuse('STOCK_NOT_KEPT', { title: sku.title })
  return sku
}

type Counted = Pick<LineDraft, 'unit' | 'factor' | 'quantity' | 'baseQuantity'>

/** A line without a price: its worth is the cost, which not everyone may see. */
function stockLine(sku: SellableSku, counted: Counted, cost: Money, moved: Moved): LineDraft {
  const nothing = 0 as Money
  return {
    ...counted,
    kind: 'goods',
    skuId: sku.skuId,
    code: sku.code,
    title: sku.title,
    variant: sku.variant,
    unitPrice: 0 as UnitPrice,
    priceFrom: 'none',
    gross: nothing,
    lineDiscount: nothing,
    discountShare: nothing,
    amount: nothing,
    taxRate: sku.taxRate,
    tax: nothing,
    cost,
    originalLineId: null,
    moved,
  }
}

interface Words {
  readonly reason: string
  readonly note: string
  readonly channel?: string | undefined
  readonly channelNumber?: string | undefined
}

function issueStockPaper(
  ctx: CommandContext,
  kind: DocumentDraft['kind'],
  lines: readonly LineDraft[],
  words: Words,
): Refs {
  if (lines.length === 0) refuse('BASKET_EMPTY')
  const document = issueDocument(ctx, {
    kind,
    state: 'completed',
    paymentState: 'none',
    customer: null,
    channel: words.channel ?? 'counter',
    channelNumber: words.channelNumber ?? null,
    pricesIncludeTax: ctx.shop.profile.pricesIncludeTax,
    totals: NO_TOTALS,
    paid: 0 as Money,
    reason: words.reason,
    note: words.note,
    lines,
  })
  return { document }
}
