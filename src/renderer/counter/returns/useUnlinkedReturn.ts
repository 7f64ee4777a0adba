import { reactive, shallowRef } from 'vue'
import type { Buyer } from '../basket.ts'
import type { ReturnedGoods } from '../returnedGoods.ts'
import type { Found } from '../useFinder.ts'
import { useExchange } from './useExchange.ts'
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
  /** It cannot be sold again (报损). */
  writeOff: boolean
}

const ONE = 1_000

/** Without receipt: who brings it back is said by hand, for their account or 退货余额. */
export function useUnlinkedReturn() {
  const lines = reactive<UnlinkedLine[]>([])
  const customer = shallowRef<Buyer | null>(null)
  let latest = 0

  const refund = useRefund({
    customerId: () => customer.value?.id ?? null,
    lines: () => lines.flatMap((line) => backOf(line) ?? []),
  })
  const exchange = useExchange()

  /** Instead of a refund: into the basket, against what is bought now. */
  async function swap(): Promise<void> {
    const goods = lines.flatMap((line): ReturnedGoods[] => {
      const back = backOf(line)
      if (!back) return []
      const { skuId, title, variant, unit } = line
      return [
        {
          ...{ key: `${skuId} ${unit}`, title, variant, unit, documentId: null },
          ...{ line: back as ReturnedGoods['line'], quantity: back.quantity },
        },
      ]
    })
    await exchange.take(goods, customer.value)
  }

  function put(found: Found): void {
    const unit = found.scannedUnit ?? found.unit
    const same = lines.find((line) => line.skuId === found.skuId && line.unit === unit)
    if (same) same.quantity = (same.quantity ?? 0) + ONE
    else {
      const { skuId, title, variant } = found
      // The list price is that of the base unit; another unit's is for the person to say.
      const price = unit === found.unit ? found.price : null
      lines.push({ key: ++latest, skuId, title, variant, unit, quantity: ONE, price, writeOff: false })
    }
  }

  function remove(wanted: number): void {
    lines.splice(
      lines.findIndex((line) => line.key === wanted),
      1,
    )
  }

  return { lines, put, remove, refund, customer, swap, swapRefusal: exchange.refusal }
}

type Unlinked = Extract<ReturnLineInput, { kind: 'unlinked' }>

/** Null while its count or price is still to be said. */
function backOf({ skuId, unit, quantity, price, writeOff }: UnlinkedLine): Unlinked | null {
  if (quantity === null || quantity <= 0 || price === null) return null
  return { kind: 'unlinked', skuId, unit, quantity, unitPrice: price, ...(writeOff ? { writeOff } : {}) }
}
