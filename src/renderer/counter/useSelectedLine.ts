import { computed } from 'vue'
import { QUANTITY_DECIMALS } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { nextUnit } from './basket.ts'
import type { Seller } from './basket.ts'
import type { useBasket } from './useBasket.ts'
import type { useFinder } from './useFinder.ts'
import type { useLineEditing } from './useLineEditing.ts'
import type { usePricing } from './usePricing.ts'
import type { useSaid } from './useSaid.ts'

interface Surroundings {
  readonly basket: ReturnType<typeof useBasket>
  readonly editing: ReturnType<typeof useLineEditing>
  readonly finder: ReturnType<typeof useFinder>
  readonly pricing: ReturnType<typeof usePricing>
  readonly said: ReturnType<typeof useSaid>
}

/** The line that the keys are about: how many, in which unit, and who served it. */
export function useSelectedLine({ basket, editing, finder, pricing, said }: Surroundings) {
  const selected = computed(() => basket.sale.value.items.find((item) => item.key === basket.sale.value.selected))
  /** The units that it can be sold in. */
  const units = computed(() => pricing.quote.value.lines.get(selected.value?.key ?? 0)?.units ?? [])

  /** @returns whether that was a quantity, be it one that cannot be */
  function setQuantity(typed: string): boolean {
    if (!selected.value || parseDecimal(typed, QUANTITY_DECIMALS) === null) return false
    if (editing.setQuantity(selected.value.key, typed)) finder.clear()
    else said.complain('not.quantity')
    return true
  }

  /** 换单位; the quantity stays to be typed. */
  function setUnit(unit: string): void {
    const line = selected.value
    if (line?.kind === 'item' && line.unit !== unit) basket.setUnit(line.key, unit)
  }

  const stepUnit = (by: number): void => setUnit(nextUnit(selected.value?.unit ?? '', units.value, by))

  /** Who served the sale, or one line of it. */
  function serve(seller: Seller | null, lineKey: number | null): void {
    if (lineKey === null) basket.setSalesperson(seller)
    else basket.setSellerOf(lineKey, seller)
  }

  return { selected, units, setQuantity, setUnit, stepUnit, serve }
}
