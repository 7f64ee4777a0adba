/** Documents with their lines and movements, and the papers that move goods without money. */
import {
  add,
  amountOf,
  negate,
  ZERO,
  type Id,
  type Money,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../src/contract/values.ts'
import type { DocumentKind, PaymentState } from '../../src/contract/documents.ts'
import { NO_TOTALS, type Totals } from '../../src/main/domain/documents/commands.ts'
import type { Series } from '../../src/main/domain/documents/number-commands.ts'
import { bringIn, takeOut, worth } from '../../src/main/domain/stock/cost.ts'
import type { Moment } from './books.ts'
import type { Buyer, Good } from './catalogue.ts'
import type { World } from './world.ts'

interface Moved {
  readonly quantity: Quantity
  readonly value: Money
  readonly balance: Quantity
  readonly correction: Money
}

/** Takes goods off a level; the movement is written with its document. */
export function take({ books }: World, skuId: Id, count: Quantity): Moved {
  const { value, level } = takeOut(books.levelOf(skuId), count, 2)
  books.setLevel(skuId, level)
  return { quantity: (0 - count) as Quantity, value: negate(value), balance: level.onHand, correction: ZERO }
}

export function bring({ books }: World, skuId: Id, count: Quantity, known?: Money): Moved {
  const before = books.levelOf(skuId)
  const value = known ?? worth(before, count, 2)
  const { correction, level } = bringIn(before, count, value, 2)
  books.setLevel(skuId, level)
  return { quantity: count, value, balance: level.onHand, correction }
}

/** A line in its product's base unit. */
export interface Draft {
  readonly good: Good
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  readonly priceFrom: 'list' | 'original' | 'none'
  readonly gross: Money
  readonly lineDiscount: Money
  readonly discountShare: Money
  readonly amount: Money
  readonly tax: Money
  readonly cost: Money
  readonly originalLineId: Id | null
  readonly moved: Moved | undefined
}

interface Paper {
  readonly kind: DocumentKind
  readonly paymentState: PaymentState
  readonly totals: Totals
  readonly buyer: Buyer | null
  readonly reason: string
  readonly drafts: readonly Draft[]
}

export interface Issued {
  readonly documentId: Id
  readonly lineIds: readonly Id[]
}

const SERIES_OF = {
  sale: 'SO',
  customerReturn: 'RE',
  adjustment: 'AD',
  goodsReceived: 'GR',
  openingStock: 'OS',
  debtCollection: 'RC',
  openingBalance: 'OB',
  stockTransfer: 'TR',
} as const satisfies Record<DocumentKind, Series>
const FACTOR = 1_000 as Quantity

export function issue(world: World, at: Moment & { readonly staffId: Id }, paper: Paper): Issued {
  const { tables, books, ids, shopProfileId } = world
  const { kind, paymentState, totals, buyer, reason, drafts } = paper
  const { recordedAt, businessDay, staffId } = at
  const documentId = tables.documents({
    ...totals,
    uid: ids.uid(recordedAt),
    kind,
    number: books.nextNumber(SERIES_OF[kind], businessDay),
    state: 'completed',
    paymentState,
    customerId: buyer?.id ?? null,
    party: buyer && { name: buyer.name, phone: buyer.phone, address: buyer.address },
    shopProfileId,
    staffId,
    channel: 'counter',
    pricesIncludeTax: true,
    firstTitle: drafts[0]?.good.title ?? '',
    lineCount: drafts.length,
    cost: drafts.reduce((cost, line) => add(cost, line.cost), ZERO),
    paid: totals.total,
    owedBefore: buyer ? books.owedBy(buyer.id) : null,
    reason,
    note: '',
    recordedAt,
    businessDay,
  })
  books.issued(documentId)
  return {
    documentId,
    lineIds: drafts.map((draft, index) => writeLine(world, at, paper.kind, documentId, draft, index + 1)),
  }
}

function writeLine(world: World, at: Moment, kind: DocumentKind, documentId: Id, draft: Draft, position: number): Id {
  const { tables, warehouseId } = world
  const { good, moved, ...line } = draft
  const { code, title, variant, unit, skuId, taxRate } = good
  const described = { code, title, variant, unit, skuId, taxRate, kind: good.kind, factor: FACTOR }
  const lineId = tables.documentLines({ ...line, ...described, documentId, position, baseQuantity: line.quantity })
  if (!moved) return lineId
  const { quantity, value, balance, correction } = moved
  const { recordedAt, businessDay } = at
  const movement = { skuId, warehouseId, documentId, lineId, balance, recordedAt, businessDay }
  const seq = tables.stockMovements({ ...movement, kind, quantity, value })
  if (correction !== 0) {
    tables.stockMovements({
      ...movement,
      kind: 'costCorrection',
      quantity: 0 as Quantity,
      value: correction,
      corrects: seq,
    })
  }
  return lineId
}

type StockKind = 'adjustment' | 'goodsReceived' | 'openingStock'

/** Goods in at 60 % of their price, or counted differences. */
export function moveGoods(
  world: World,
  moment: Moment,
  kind: StockKind,
  counted: readonly { readonly good: Good; readonly quantity: Quantity }[],
): void {
  const unitCosts = counted.map(({ good }) => (Math.floor(good.price / 10) * 6) as UnitPrice)
  const drafts = counted.map(({ good, quantity }, index): Draft => {
    const value = kind === 'adjustment' ? undefined : amountOf(quantity, unitCosts[index]!)
    const moved =
      quantity > 0 ? bring(world, good.skuId, quantity, value) : take(world, good.skuId, (0 - quantity) as Quantity)
    const cost = kind === 'adjustment' ? negate(moved.value) : moved.value
    return { ...NOTHING, good, quantity, cost, moved }
  })
  const reason = kind === 'adjustment' ? '盘点' : '示例供应商'
  const at = { ...moment, staffId: world.owner }
  const { documentId } = issue(world, at, {
    kind,
    paymentState: 'none',
    totals: NO_TOTALS,
    buyer: null,
    reason,
    drafts,
  })
  const lines = counted.map(({ good, quantity }, index) =>
    kind === 'adjustment'
      ? { skuId: good.skuId, quantity }
      : { skuId: good.skuId, quantity, unitCost: unitCosts[index]! },
  )
  const said = kind === 'adjustment' ? { reason, lines } : { kind, supplier: reason, note: '', lines }
  const name = kind === 'adjustment' ? 'stock.adjust' : 'stock.receive'
  world.record(moment.recordedAt, name, said, { document: documentId })
}

const NOTHING = {
  unitPrice: 0 as UnitPrice,
  priceFrom: 'none' as const,
  gross: ZERO,
  lineDiscount: ZERO,
  discountShare: ZERO,
  amount: ZERO,
  tax: ZERO,
  taxRate: 0 as Rate,
  originalLineId: null,
}
