import { ref } from 'vue'
import type { Permission } from '../../contract/permissions.ts'
import { formats, PRICE_DECIMALS, QUANTITY_DECIMALS } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { MOST_QUANTITY } from './basket.ts'
import { parseReduction } from './reduction.ts'
import type { useBasket } from './useBasket.ts'

/** What the one field is used for now. */
export type Mode = 'find' | 'quantity' | 'price' | 'discount' | 'saleDiscount'

const NEEDS: Partial<Record<Mode, Permission>> = {
  price: 'sales.overridePrice',
  discount: 'sales.discount',
  saleDiscount: 'sales.discount',
}

/** Changing the selected line, or the whole sale's discount, through the one field. */
export function useLineEditing(basket: ReturnType<typeof useBasket>) {
  const mode = ref<Mode>('find')

  /** Answers with the permission that lacks, if one does. */
  function begin(next: Mode, can: (permission: Permission) => boolean): Permission | null {
    const needed = NEEDS[next]
    if (needed && !can(needed)) return needed
    mode.value = next
    return null
  }

  /** Carries out what was typed for the mode; false when it says nothing that could be. */
  function apply(typed: string): boolean {
    const done = mode.value === 'saleDiscount' ? applySaleDiscount(typed) : applyToLine(typed)
    if (done) mode.value = 'find'
    return done
  }

  function applyToLine(typed: string): boolean {
    const key = basket.sale.value.selected
    if (key === null) return false
    if (mode.value === 'quantity') return setQuantity(key, typed)
    if (mode.value === 'discount') {
      const off = parseReduction(typed, formats.decimals)
      if (off !== null) basket.setOff(key, off === 'none' ? null : off)
      return off !== null
    }
    const price = parseDecimal(typed, PRICE_DECIMALS)
    if (price === null || price < 0) return false
    basket.setPrice(key, price)
    return true
  }

  function applySaleDiscount(typed: string): boolean {
    const off = parseReduction(typed, formats.decimals)
    if (off !== null) basket.setSaleOff(off === 'none' ? null : off)
    return off !== null
  }

  function setQuantity(key: number, typed: string): boolean {
    const quantity = parseDecimal(typed, QUANTITY_DECIMALS)
    if (quantity === null || quantity <= 0 || quantity > MOST_QUANTITY) return false
    basket.setQuantity(key, quantity)
    return true
  }

  return { mode, begin, apply, setQuantity, cancel: () => (mode.value = 'find') }
}
