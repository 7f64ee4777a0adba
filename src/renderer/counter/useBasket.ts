import type { Reduction, SaleReduction } from '../../contract/orders.ts'
import type { Money } from '../../contract/values.ts'
import {
  addItem,
  addQuickItem,
  changeItem,
  EMPTY,
  MOST_QUANTITY,
  putBack,
  putBackAll,
  removeItem,
  selectBy,
} from './basket.ts'
import type { Added, BasketItem, Buyer, OpenSale, Seller, Source } from './basket.ts'
import { useKeptBasket } from './parked/useKeptBasket.ts'
import type { Part } from './payment.ts'
import type { ReturnedGoods } from './returnedGoods.ts'

/**
 * This device's open basket, kept on the shop's disk with every change. What is removed answers with its undo, which
 * means this basket alone: once another lies here, it does nothing.
 * @param total what it comes to, as far as that is known
 */
export function useBasket(total: () => number) {
  const disk = useKeptBasket<OpenSale>({
    empty: () => EMPTY,
    read: readSale,
    describe: (sale) => describe(sale, total()),
  })
  const sale = disk.content
  /** Grows whenever another basket takes the place of this one. */
  let age = 0
  const kept = {
    ...disk,
    replace(open: Parameters<typeof disk.replace>[0]) {
      age += 1
      disk.replace(open)
    },
  }

  const change = (to: Partial<OpenSale>) => (sale.value = { ...sale.value, ...to })

  function removing(next: OpenSale, back: (now: OpenSale) => OpenSale): () => void {
    const ownAge = age
    sale.value = next
    return () => {
      if (age === ownAge) sale.value = back(sale.value)
    }
  }

  function remove(item: BasketItem): () => void {
    const at = sale.value.items.findIndex(({ key }) => key === item.key)
    return removing(removeItem(sale.value, item.key), (now) => putBack(now, item, at))
  }

  function clear(): () => void {
    const cleared = sale.value
    return removing(EMPTY, (now) => putBackAll(now, cleared))
  }

  return {
    sale,
    kept,
    add: (item: Added) => (sale.value = addItem(sale.value, item)),
    addQuick: (item: { title: string; price: number }) => (sale.value = addQuickItem(sale.value, item)),
    select: (key: number) => (sale.value = { ...sale.value, selected: key }),
    step: (by: number) => (sale.value = selectBy(sale.value, by)),
    setQuantity(key: number, quantity: number) {
      if (quantity > 0 && quantity <= MOST_QUANTITY) sale.value = changeItem(sale.value, key, { quantity })
    },
    setUnit: (key: number, unit: string) => (sale.value = changeItem(sale.value, key, { unit })),
    setPrice: (key: number, price: number | null) => (sale.value = changeItem(sale.value, key, { price })),
    setOff: (key: number, off: Reduction | null) => (sale.value = changeItem(sale.value, key, { off })),
    setGift: (key: number, gift: string | null) => (sale.value = changeItem(sale.value, key, { gift })),
    setSaleOff: (off: SaleReduction | null) => change({ off }),
    setRoundOff: (roundOff: OpenSale['roundOff']) => change({ roundOff }),
    setSalesperson: (salesperson: Seller | null) => change({ salesperson }),
    setSellerOf: (key: number, salesperson: Seller | null) =>
      (sale.value = changeItem(sale.value, key, { salesperson })),
    setSource: (source: Source) => change({ source }),
    setNote: (note: string) => change({ note }),
    setParts: (parts: readonly Part[]) => change({ parts }),
    setReturns: (returns: readonly ReturnedGoods[]) => change({ returns }),
    setCustomer: (customer: Buyer | null) => (sale.value = { ...sale.value, customer }),
    /** A voided sale's basket, to be sold anew. */
    reopen(next: OpenSale) {
      age += 1
      sale.value = next
    },
    remove,
    clear,
    /** After a sale: nothing to undo. */
    begin: () => kept.replace({ content: null, changedAt: null, lastSale: kept.lastSale.value }),
  }
}

/** What lists of parked sales say of it. */
export function describe(sale: OpenSale, total: number) {
  const itemCount = sale.items.length + sale.returns.length
  return { itemCount, total: total as Money, customerName: sale.customer?.name ?? '' }
}

/** Takes a stored basket only when it looks like one. */
export function readSale(stored: unknown): OpenSale {
  if (typeof stored !== 'object' || stored === null) return EMPTY
  const { items } = stored as Partial<OpenSale>
  return Array.isArray(items) && items.every(isItem) ? { ...EMPTY, ...stored } : EMPTY
}

function isItem(value: unknown): value is BasketItem {
  const item = value as Partial<BasketItem> | null
  const isKnown = item?.kind === 'quick' || (item?.kind === 'item' && typeof item.skuId === 'number')
  return isKnown && typeof item.quantity === 'number' && typeof item.key === 'number'
}
