/** Stock put right and goods taken in, each as a document with its lines. */
import { amountOf, ZERO, type Id, type Money, type Quantity, type UnitPrice } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { issueDocument, NO_TOTALS, type DocumentDraft, type LineDraft } from '../documents/commands.ts'
import { refuse } from '../errors.ts'
import type { SellableSku } from '../products/queries.ts'
import { baseQuantityOf, tradedSku, unitOf, withinTrade } from '../sku-lines.ts'
import { addStock, moveStock, removeStock, type Moved } from './commands.ts'
import { openWarehouse } from './queries-warehouses.ts'

export interface Adjustment {
  readonly reason: string
  /** The main one when absent. */
  readonly warehouseId?: Id | undefined
  readonly lines: readonly { readonly skuId: Id; readonly quantity: Quantity }[]
  readonly channel?: string | undefined
  readonly channelNumber?: string | undefined
}

/** Puts stock right by signed quantities. What is found is worth what the others are, what is lost leaves at cost. */
export function adjustStock(ctx: CommandContext, adjustment: Adjustment): Refs {
  const { reason, lines, channel, channelNumber } = adjustment
  const warehouseId = chosenWarehouse(ctx, adjustment)
  const drafts = lines.map(({ skuId, quantity }) => {
    const sku = goodsOf(ctx, skuId)
    const moved =
      quantity > 0
        ? addStock(ctx, { skuId, warehouseId }, quantity)
        : removeStock(ctx, { skuId, warehouseId, title: sku.title, unit: sku.baseUnit }, (0 - quantity) as Quantity)
    const counted = { unit: sku.baseUnit, factor: 1_000 as Quantity, quantity, baseQuantity: quantity }
    return stockLine(sku, counted, (0 - moved.value) as Money, moved)
  })
  return issueStockPaper(ctx, 'adjustment', drafts, { reason, note: '', warehouseId, channel, channelNumber })
}

export interface Delivery {
  readonly kind: 'goodsReceived' | 'openingStock'
  readonly supplier: string
  /** The main one when absent. */
  readonly warehouseId?: Id | undefined
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
export function receiveGoods(ctx: CommandContext, delivery: Delivery): Refs {
  const { kind, supplier, note, lines } = delivery
  const warehouseId = chosenWarehouse(ctx, delivery)
  const drafts = lines.map(({ skuId, unit, quantity, unitCost, value: worth }) => {
    const sku = goodsOf(ctx, skuId)
    const { name, factor } = unitOf(sku, unit)
    const baseQuantity = baseQuantityOf(sku, quantity, { name, factor })
    const value = withinTrade(worth ?? amountOf(quantity, unitCost, ctx.shop.currencyDecimals))
    const moved = addStock(ctx, { skuId, warehouseId }, baseQuantity, value)
    return stockLine(sku, { unit: name, factor, quantity, baseQuantity }, value, moved)
  })
  return issueStockPaper(ctx, kind, drafts, { reason: supplier, note, warehouseId })
}

export interface Transfer {
  readonly fromId: Id
  readonly toId: Id
  readonly note: string
  readonly lines: readonly { readonly skuId: Id; readonly unit?: string | undefined; readonly quantity: Quantity }[]
}

/** Goods go from one warehouse to another: the pieces move, what they are worth stays. */
export function transferStock(ctx: CommandContext, { fromId, toId, note, lines }: Transfer): Refs {
  if (fromId === toId) refuse('SAME_WAREHOUSE')
  const warehouseId = openWarehouse(ctx.db, fromId).id
  const toWarehouseId = openWarehouse(ctx.db, toId).id
  const drafts = lines.map(({ skuId, unit, quantity }) => {
    const sku = goodsOf(ctx, skuId)
    const { name, factor } = unitOf(sku, unit)
    const baseQuantity = baseQuantityOf(sku, quantity, { name, factor })
    const goods = { skuId, title: sku.title, unit: sku.baseUnit }
    const moved = moveStock(ctx, goods, baseQuantity, { from: warehouseId, to: toWarehouseId })
    return stockLine(sku, { unit: name, factor, quantity, baseQuantity }, ZERO, ...moved)
  })
  return issueStockPaper(ctx, 'stockTransfer', drafts, { reason: '', note, warehouseId, toWarehouseId })
}

function chosenWarehouse({ db }: CommandContext, { warehouseId }: Pick<Delivery, 'warehouseId'>): Id | undefined {
  return warehouseId === undefined ? undefined : openWarehouse(db, warehouseId).id
}

function goodsOf({ db }: CommandContext, skuId: Id): SellableSku {
  const sku = tradedSku(db, skuId)
  if (sku.kind !== 'goods') refuse('STOCK_NOT_KEPT', { title: sku.title })
  return sku
}

type Counted = Pick<LineDraft, 'unit' | 'factor' | 'quantity' | 'baseQuantity'>

/** A line without a price: its worth is the cost, which not everyone may see. */
function stockLine(sku: SellableSku, counted: Counted, cost: Money, ...moved: readonly Moved[]): LineDraft {
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
  readonly warehouseId?: Id | undefined
  readonly toWarehouseId?: Id | undefined
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
    warehouseId: words.warehouseId,
    toWarehouseId: words.toWarehouseId,
    lines,
  })
  return { document }
}
