import { ref } from 'vue'
import type { Reduction, SaleReduction } from '../../contract/orders.ts'
import type { Money } from '../../contract/values.ts'
import { addItem, addQuickItem, changeItem, EMPTY, MOST_QUANTITY, removeItem, selectBy } from './basket.ts'
import type { Added, BasketItem, Buyer, OpenSale, Seller, Source } from './basket.ts'
import { useKeptBasket } from './parked/useKeptBasket.ts'
import type { Part } from './payment.ts'
import type { ReturnedGoods } from './returnedGoods.ts'

/**
 * This device's open basket, kept on the shop's disk with every change; the last removal can be undone.
 * @param total what it comes to, as far as that is known
 */
export function useBasket(total: () => number) {
  const kept = useKeptBasket<OpenSale>({
    empty: () => EMPTY,
    read: readSale,
    describe: (sale) => describe(sale, total()),
  })
  const sale = kept.content
  const former = ref<OpenSale | null>(null)

  const change = (to: Partial<OpenSale>) => (sale.value = { ...sale.value, ...to })

  function removing(next: OpenSale): void {
    former.value = sale.value
    sale.value = next
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
    setPrice: (key: number, price: number | null) => (sale.value = changeItem(sale.value, key, { price })),
    setOff: (key: number, off: Reduction | null) => (sale.value = changeItem(sale.value, key, { off })),
    setGift: (key: number, gift: string | null) => (sale.value = changeItem(sale.value, key, { gift })),
    setSaleOff: (off: SaleReduction | null) => change({ off }),
    setRoundOff: (roundOff: OpenSale['roundOff']) => change({ roundOff }),
    setSalesperson: (salesperson: Seller | null) => change({ salesperson }),
    setSource: (source: Source) => change({ source }),
    setNote: (note: string) => change({ note }),
    setParts: (parts: readonly Part[]) => change({ parts }),
    setReturns: (returns: readonly ReturnedGoods[]) => change({ returns }),
    setCustomer: (customer: Buyer | null) => (sale.value = { ...sale.value, customer }),
    /** A voided sale's basket, to be sold anew. */
    reopen: (next: OpenSale) => (sale.value = next),
    remove: (key: number) => removing(removeItem(sale.value, key)),
    clear: () => removing(EMPTY),
    /** After a sale: nothing to undo. */
    begin() {
      former.value = null
      kept.replace({ content: null, changedAt: null, lastSale: kept.lastSale.value })
    },
    undo() {
      if (former.value) sale.value = former.value
      former.value = null
    },
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
