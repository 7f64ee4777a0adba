import { ref } from 'vue'
import type { Money } from '../../contract/values.ts'
import { formats, PRICE_DECIMALS, QUANTITY_DECIMALS } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { MOST_QUANTITY } from './basket.ts'
import type { BasketItem } from './basket.ts'
import { parseReduction } from './reduction.ts'
import type { useAsk } from './useAsk.ts'
import type { useBasket } from './useBasket.ts'

/** What the one field is used for now. */
export type Mode = 'find' | 'quantity' | 'price' | 'discount' | 'saleDiscount' | 'agreedTotal' | 'note'

const MOST_NOTE = 200

/** Changing the selected line, or what concerns the whole sale, through the one field. */
export function useLineEditing(basket: ReturnType<typeof useBasket>, asking: ReturnType<typeof useAsk>) {
  const mode = ref<Mode>('find')

  /** Carries out what was typed for the mode; false when it says nothing that could be. */
  function apply(typed: string): boolean {
    const done = APPLY[mode.value](typed)
    if (done) mode.value = 'find'
    return done
  }

  const APPLY: Readonly<Record<Mode, (typed: string) => boolean>> = {
    find: () => false,
    quantity: ofLine(setQuantity),
    price: ofLine((key, typed) => {
      const price = parseDecimal(typed, PRICE_DECIMALS)
      if (price === null || price < 0) return false
      basket.setPrice(key, price)
      return true
    }),
    discount: ofLine((key, typed) => {
      const off = parseReduction(typed, formats.decimals)
      if (off !== null) basket.setOff(key, off === 'none' ? null : off)
      return off !== null
    }),
    saleDiscount(typed) {
      const off = parseReduction(typed, formats.decimals)
      if (off !== null) basket.setSaleOff(off === 'none' ? null : off)
      return off !== null
    },
    agreedTotal(typed) {
      const total = parseDecimal(typed, formats.decimals)
      if (total === null || total < 0) return false
      // As with a discount, 0 takes it away: nobody agrees on nothing.
      basket.setSaleOff(total === 0 ? null : { kind: 'agreedTotal', total: total as Money })
      return true
    },
    note(typed) {
      basket.setNote(typed.slice(0, MOST_NOTE))
      return true
    },
  }

  function ofLine(change: (key: number, typed: string) => boolean): (typed: string) => boolean {
    return (typed) => {
      const key = basket.sale.value.selected
      return key !== null && change(key, typed)
    }
  }

  function setQuantity(key: number, typed: string): boolean {
    const quantity = parseDecimal(typed, QUANTITY_DECIMALS)
    if (quantity === null || quantity <= 0 || quantity > MOST_QUANTITY) return false
    basket.setQuantity(key, quantity)
    return true
  }

  /** 赠品: a gift says why; pressed again, the line is sold after all. */
  async function gift(item: BasketItem | undefined): Promise<void> {
    if (!item) return
    const given = item.gift === null ? await asking.ask({ kind: 'gift', title: item.title }) : null
    if (item.gift !== null) basket.setGift(item.key, null)
    else if (given) basket.setGift(item.key, given.reason)
  }

  return {
    mode,
    begin: (next: Mode) => (mode.value = next),
    apply,
    setQuantity,
    gift,
    cancel: () => (mode.value = 'find'),
  }
}
