import { reactive } from 'vue'
import type { Found } from '../useFinder.ts'
import { useRefund } from './useRefund.ts'
import type { ReturnLineInput } from './useRefund.ts'

interface UnlinkedLine {
  readonly key: number
  readonly skuId: number
  readonly title: string
  readonly variant: string
  readonly unit: string
  quantity: number | null
  price: number | null
}

const ONE = 1_000

export function useUnlinkedReturn() {
  const lines = reactive<UnlinkedLine[]>([])
  let latest = 0

  const refund = useRefund({
    customerId: () => null,
    lines: () =>
      lines.flatMap(({ skuId, unit, quantity, price }): ReturnLineInput[] =>
        quantity !== null && quantity > 0 && price !== null
          ? [{ kind: 'unlinked', skuId, unit, quantity, unitPrice: price }]
          : [],
      ),
  })

  function put(found: Found): void {
    const unit = found.scannedUnit ?? found.unit
    const same = lines.find((line) => line.skuId === found.skuId && line.unit === unit)
    if (same) same.quantity = (same.quantity ?? 0) + ONE
    else {
      const { skuId, title, variant } = found
      // The list price is that of the base unit; another unit's is for the person to say.
      const price = unit === found.unit ? found.price : null
      lines.push({ key: ++latest, skuId, title, variant, unit, quantity: ONE, price })
    }
  }

  function remove(wanted: number): void {
    lines.splice(
      lines.findIndex((line) => line.key === wanted),
      1,
    )
  }

  return { lines, put, remove, refund }
}
