import { ref } from 'vue'
import { deviceRef } from '../app/device.ts'
import { addItem, changeItem, EMPTY, MOST_QUANTITY, removeItem, selectBy } from './basket.ts'
import type { Added, BasketItem, Buyer, OpenSale } from './basket.ts'
import type { Reduction } from '../../contract/orders.ts'

/** The basket on this device: it outlives a reload, and the last removal can be undone. */
export function useBasket() {
  const sale = deviceRef<OpenSale>('basket', readSale)
  const former = ref<OpenSale | null>(null)

  function removing(next: OpenSale): void {
    former.value = sale.value
    sale.value = next
  }

  return {
    sale,
    add: (item: Added) => (sale.value = addItem(sale.value, item)),
    select: (key: number) => (sale.value = { ...sale.value, selected: key }),
    step: (by: number) => (sale.value = selectBy(sale.value, by)),
    setQuantity(key: number, quantity: number) {
      if (quantity > 0 && quantity <= MOST_QUANTITY) sale.value = changeItem(sale.value, key, { quantity })
    },
    setPrice: (key: number, price: number | null) => (sale.value = changeItem(sale.value, key, { price })),
    setOff: (key: number, off: Reduction | null) => (sale.value = changeItem(sale.value, key, { off })),
    setSaleOff: (off: Reduction | null) => (sale.value = { ...sale.value, off }),
    setRoundOff: (roundOff: boolean) => (sale.value = { ...sale.value, roundOff }),
    setCustomer: (customer: Buyer | null) => (sale.value = { ...sale.value, customer }),
    remove: (key: number) => removing(removeItem(sale.value, key)),
    clear: () => removing(EMPTY),
    /** After a sale: nothing to undo. */
    begin() {
      former.value = null
      sale.value = EMPTY
    },
    undo() {
      if (former.value) sale.value = former.value
      former.value = null
    },
  }
}

/** Takes a stored basket only when it looks like one. */
function readSale(stored: unknown): OpenSale {
  if (typeof stored !== 'object' || stored === null) return EMPTY
  const { items } = stored as Partial<OpenSale>
  return Array.isArray(items) && items.every(isItem) ? { ...EMPTY, ...stored } : EMPTY
}

function isItem(value: unknown): value is BasketItem {
  const item = value as Partial<BasketItem> | null
  return typeof item?.skuId === 'number' && typeof item.quantity === 'number' && typeof item.unit === 'string'
}
