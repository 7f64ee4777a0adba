/** The open sale as the counter holds it, and what is asked of the shop for it. Pure: every change is a new basket. */
import type { Basket, Reduction } from '../../contract/orders.ts'
import type { RoundingStep } from '../../contract/settings.ts'
import type { Quantity, UnitPrice } from '../../contract/values.ts'

export interface BasketItem {
  readonly key: number
  readonly skuId: number
  readonly code: string
  readonly title: string
  readonly variant: string
  readonly unit: string
  readonly quantity: number
  /** A typed price (改价); the list price when null. */
  readonly price: number | null
  readonly off: Reduction | null
}

export interface Buyer {
  readonly id: number
  readonly name: string
  readonly owed: number
}

export interface OpenSale {
  readonly items: readonly BasketItem[]
  readonly selected: number | null
  readonly customer: Buyer | null
  /** Taken off the whole sale (整单折扣). */
  readonly off: Reduction | null
  /** Whether what is below the currency's unit is dropped (抹零). */
  readonly roundOff: boolean
}

export type Added = Pick<BasketItem, 'skuId' | 'code' | 'title' | 'variant' | 'unit'>

export const EMPTY: OpenSale = { items: [], selected: null, customer: null, off: null, roundOff: false }
const ONE = 1_000
export const MOST_QUANTITY = 1_000_000_000

/** One more of it: on the line that has it already at its own price, else on a new one. */
export function addItem(sale: OpenSale, added: Added): OpenSale {
  const same = sale.items.find(
    (item) => item.skuId === added.skuId && item.unit === added.unit && item.price === null && item.off === null,
  )
  if (same) return changeItem({ ...sale, selected: same.key }, same.key, { quantity: same.quantity + ONE })
  const key = 1 + Math.max(0, ...sale.items.map((item) => item.key))
  const item: BasketItem = { ...added, key, quantity: ONE, price: null, off: null }
  return { ...sale, items: [...sale.items, item], selected: key }
}

export function changeItem(
  sale: OpenSale,
  key: number,
  change: Partial<Pick<BasketItem, 'quantity' | 'price' | 'off'>>,
): OpenSale {
  return { ...sale, items: sale.items.map((item) => (item.key === key ? { ...item, ...change } : item)) }
}

/** The next line becomes the selected one, else the one before. */
export function removeItem(sale: OpenSale, key: number): OpenSale {
  const at = sale.items.findIndex((item) => item.key === key)
  const items = sale.items.filter((item) => item.key !== key)
  return { ...sale, items, selected: (items[at] ?? items.at(-1))?.key ?? null }
}

export function selectBy(sale: OpenSale, step: number): OpenSale {
  const at = sale.items.findIndex((item) => item.key === sale.selected)
  const next = sale.items[Math.max(0, Math.min(sale.items.length - 1, at + step))]
  return next ? { ...sale, selected: next.key } : sale
}

/** The basket as the person meant it; what it comes to is the shop's to say. */
export function askedFor(sale: OpenSale, decimals: number): Basket {
  return {
    customerId: sale.customer?.id ?? null,
    lines: sale.items.map((item) => ({
      kind: 'item',
      skuId: item.skuId,
      unit: item.unit,
      quantity: item.quantity as Quantity,
      ...(item.price === null ? {} : { unitPrice: item.price as UnitPrice }),
      ...(item.off === null ? {} : { discount: item.off }),
    })),
    saleDiscount: sale.off,
    roundOff: sale.roundOff ? stepByKey(decimals) : 'none',
  }
}

/** A currency without decimals has nothing below its unit, and drops what is below five. */
const stepByKey = (decimals: number): RoundingStep => (decimals > 0 ? 'yuan' : 'fiveYuan')
