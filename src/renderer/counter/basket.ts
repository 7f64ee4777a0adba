/** The open sale as the counter holds it, and what is asked of the shop for it. Pure: every change is a new basket. */
import type { ReopenedLine, VoidedSale } from '../../contract/corrections.ts'
import type { DocumentLine } from '../../contract/documents.ts'
import type { Basket, BasketLine, Reduction, SaleReduction } from '../../contract/orders.ts'
import { amountOf } from '../../contract/values.ts'
import type { Money, Quantity, UnitPrice } from '../../contract/values.ts'
import { formats } from '../ui/formats.ts'
import type { Part } from './payment.ts'
import type { ReturnedGoods } from './returnedGoods.ts'

interface Line {
  readonly key: number
  readonly title: string
  readonly variant: string
  readonly unit: string
  readonly quantity: number
  readonly off: Reduction | null
  /** Why it is given away (赠品); null for what is sold. */
  readonly gift: string | null
  /** Who served this line, where it is not who served the sale. */
  readonly salesperson?: Seller | null
}

export interface GoodsItem extends Line {
  readonly kind: 'item'
  readonly skuId: number
  readonly code: string
  /** A typed price (改价); the list price when null. */
  readonly price: number | null
  /** What a scale's label says it costs. */
  readonly labelAmount: number | null
}

/** 无码商品: named and priced by hand. */
export interface QuickItem extends Line {
  readonly kind: 'quick'
  readonly price: number
}

export type BasketItem = GoodsItem | QuickItem

export interface Buyer {
  readonly id: number
  readonly name: string
  readonly owed: number
}

export interface Seller {
  readonly id: number
  readonly name: string
}

export const SOURCES = ['counter', 'wechat', 'phone'] as const
export type Source = (typeof SOURCES)[number]

export interface OpenSale {
  readonly items: readonly BasketItem[]
  /** What comes back in the same breath (换货). */
  readonly returns: readonly ReturnedGoods[]
  readonly selected: number | null
  readonly customer: Buyer | null
  /** Taken off the whole sale (整单折扣, 一口价). */
  readonly off: SaleReduction | null
  /** What is dropped by key (抹零); the shop may drop odd cents by itself. */
  readonly roundOff: Basket['roundOff']
  readonly salesperson: Seller | null
  readonly source: Source
  readonly note: string
  /** Tenders already entered: a power cut loses none. */
  readonly parts: readonly Part[]
}

export interface Added extends Pick<GoodsItem, 'skuId' | 'code' | 'title' | 'variant' | 'unit'> {
  /** Weighed or chosen in a grid; one when absent. */
  readonly quantity?: number | undefined
  readonly labelAmount?: number | undefined
}

export const EMPTY: OpenSale = {
  items: [],
  returns: [],
  selected: null,
  customer: null,
  off: null,
  roundOff: 'none',
  salesperson: null,
  source: 'counter',
  note: '',
  parts: [],
}
const ONE = 1_000
export const MOST_QUANTITY = 1_000_000_000

export const isEmptySale = ({ items, returns }: OpenSale): boolean => items.length === 0 && returns.length === 0

/** More of it: on the line that has it already at its own price, else on a new one. What a label priced stands alone. */
export function addItem(sale: OpenSale, { quantity = ONE, labelAmount, ...added }: Added): OpenSale {
  const same = labelAmount === undefined ? sale.items.find((item) => isPlain(item, added)) : undefined
  if (same) {
    return changeItem({ ...sale, selected: same.key }, same.key, { quantity: same.quantity + quantity })
  }
  const plain = { price: null, off: null, gift: null, labelAmount: labelAmount ?? null }
  return addLine(sale, { ...added, ...plain, kind: 'item', key: nextKey(sale), quantity })
}

export function addQuickItem(sale: OpenSale, { title, price }: { title: string; price: number }): OpenSale {
  const line = { variant: '', unit: '', quantity: ONE, off: null, gift: null }
  return addLine(sale, { ...line, kind: 'quick', key: nextKey(sale), title, price })
}

function isPlain(item: BasketItem, added: Pick<GoodsItem, 'skuId' | 'unit'>): item is GoodsItem {
  return (
    item.kind === 'item' &&
    item.skuId === added.skuId &&
    item.unit === added.unit &&
    item.price === null &&
    item.off === null &&
    item.gift === null &&
    item.labelAmount === null &&
    !item.salesperson
  )
}

const nextKey = (sale: OpenSale): number => 1 + Math.max(0, ...sale.items.map(({ key }) => key))

function addLine(sale: OpenSale, item: BasketItem): OpenSale {
  return { ...sale, items: [...sale.items, item], selected: item.key }
}

type Change = Partial<Pick<BasketItem, 'quantity' | 'unit' | 'off' | 'gift' | 'salesperson'>> & {
  readonly price?: number | null
}

/** Another quantity, unit or price makes a scale's label untrue: the line is then priced as any other. */
export function changeItem(sale: OpenSale, key: number, change: Change): OpenSale {
  return { ...sale, items: sale.items.map((item) => (item.key === key ? changed(item, change) : item)) }
}

function changed(item: BasketItem, { price, ...change }: Change): BasketItem {
  if (item.kind === 'quick') return { ...item, ...change, price: price ?? item.price }
  const keepsLabel = price === undefined && change.quantity === undefined && change.unit === undefined
  const labelAmount = keepsLabel ? item.labelAmount : null
  // A price was typed for the unit that it was typed in.
  const typed = change.unit === undefined || change.unit === item.unit ? item.price : null
  return { ...item, ...change, labelAmount, price: price === undefined ? typed : price }
}

/** The unit after this one, of those that the goods are sold in; the same where there is one alone. */
export function nextUnit(unit: string, units: readonly string[], step: number): string {
  const at = units.indexOf(unit)
  return units[(at + step + units.length) % units.length] ?? unit
}

/** The next line becomes the selected one, else the one before. */
export function removeItem(sale: OpenSale, key: number): OpenSale {
  const at = sale.items.findIndex((item) => item.key === key)
  const items = sale.items.filter((item) => item.key !== key)
  return { ...sale, items, selected: (items[at] ?? items.at(-1))?.key ?? null }
}

/** A removed line again, near where it was; whatever has happened to the basket since stays. */
export function putBack(sale: OpenSale, item: BasketItem, at: number): OpenSale {
  const key = nextKey(sale)
  return { ...sale, items: sale.items.toSpliced(at, 0, { ...item, key }), selected: key }
}

/** A cleared basket again, before what was put into the new one since. */
export function putBackAll(sale: OpenSale, cleared: OpenSale): OpenSale {
  const since = sale.items.map((item, index) => ({ ...item, key: nextKey(cleared) + index }))
  const items = [...cleared.items, ...since]
  return {
    ...cleared,
    items,
    returns: [...cleared.returns, ...sale.returns],
    selected: items.at(-1)?.key ?? null,
    customer: sale.customer ?? cleared.customer,
  }
}

export function selectBy(sale: OpenSale, step: number): OpenSale {
  const at = sale.items.findIndex((item) => item.key === sale.selected)
  const next = sale.items[Math.max(0, Math.min(sale.items.length - 1, at + step))]
  return next ? { ...sale, selected: next.key } : sale
}

/** What the key for 抹零 goes through: 元 is what most people mean, then more, then less, then nothing. */
const ROUND_OFF: readonly OpenSale['roundOff'][] = ['none', 'yuan', 'fiveYuan', 'jiao']

/** The next step of the key. Where the currency has no cents, five is the only odd sum. */
export function nextRoundOff(now: OpenSale['roundOff'], decimals: number): OpenSale['roundOff'] {
  const steps = decimals > 0 ? ROUND_OFF : (['none', 'fiveYuan'] as const)
  return steps[(steps.findIndex((step) => step === now) + 1) % steps.length] ?? 'none'
}

/** A voided sale's basket for another try, with its reductions as sums. A line of discount is one of the whole sale. */
export function reopened(
  { document, reopened: lines, saleDiscount, roundOff }: VoidedSale,
  customer: Buyer | null,
): OpenSale {
  const reductions = lines.filter(({ kind }) => kind === 'discount')
  const off = reductions.reduce((sum, line) => sum + amountTyped(line), saleDiscount + roundOff)
  const items = lines
    .map((line, index) => itemOf(line, index, document.lines[index]))
    .filter((_, index) => lines[index]?.kind !== 'discount')
  const saleOff = off > 0 ? ({ kind: 'amount', amount: off as Money } as const) : null
  const { channel, note } = document
  return {
    ...EMPTY,
    ...{ items, selected: items.at(-1)?.key ?? null, customer, off: saleOff, note },
    salesperson: sellerOf(document),
    source: SOURCES.find((source) => source === channel) ?? 'counter',
  }
}

const amountTyped = ({ quantity, unitPrice }: ReopenedLine): number =>
  Math.abs(amountOf(quantity, unitPrice ?? (0 as UnitPrice), formats.decimals))

type Served = Pick<DocumentLine, 'salespersonId' | 'salespersonName'>

const sellerOf = ({ salespersonId, salespersonName }: Served): Seller | null =>
  salespersonId === null ? null : { id: salespersonId, name: salespersonName }

function itemOf(line: ReopenedLine, index: number, served: Served | undefined): BasketItem {
  const { skuId, code, title, variant, unit, quantity, unitPrice, discount, giftReason: gift } = line
  const off = discount > 0 ? ({ kind: 'amount', amount: discount } as const) : null
  const salesperson = served ? sellerOf(served) : null
  const same = { key: index + 1, title, variant, unit, quantity, off, gift, salesperson }
  if (skuId === null) return { ...same, kind: 'quick', price: unitPrice ?? 0 }
  return { ...same, kind: 'item', skuId, code, price: unitPrice, labelAmount: null }
}

/** The basket as the contract wants it: as the person meant it, every sum left to the shop. */
export function askedFor(sale: OpenSale): Basket {
  return {
    customerId: sale.customer?.id ?? null,
    lines: sale.items.map(lineOf),
    saleDiscount: sale.off,
    roundOff: sale.roundOff,
    salespersonId: sale.salesperson?.id ?? null,
  }
}

function lineOf(item: BasketItem): BasketLine {
  const quantity = item.quantity as Quantity
  const said = {
    ...(item.off ? { discount: item.off } : {}),
    ...(item.gift === null ? {} : { gift: { reason: item.gift } }),
    ...(item.salesperson ? { salespersonId: item.salesperson.id } : {}),
  }
  if (item.kind === 'quick') {
    return { kind: 'quick', title: item.title, quantity, unitPrice: item.price as UnitPrice, ...said }
  }
  return {
    kind: 'item',
    skuId: item.skuId,
    unit: item.unit,
    quantity,
    ...(item.price === null ? {} : { unitPrice: item.price as UnitPrice }),
    ...said,
    ...(item.labelAmount === null ? {} : { labelAmount: item.labelAmount as Money }),
  }
}
