import { ref } from 'vue'
import type { TakenScan } from '../scans/takers.ts'
import { MOST_LENGTH } from '../scans/whatIs.ts'
import { soundWaiting } from './sound.ts'
import type { useGoods } from './useGoods.ts'
import type { useHolding } from './useHolding.ts'
import type { useInOrder } from './useInOrder.ts'
import type { useSaid } from './useSaid.ts'

interface Surroundings {
  readonly goods: ReturnType<typeof useGoods>
  readonly holding: ReturnType<typeof useHolding>
  readonly inOrder: ReturnType<typeof useInOrder>
  readonly said: ReturnType<typeof useSaid>
  readonly payByCode: (code: string) => Promise<boolean>
  /** Whatever is open gives way at once: a scan is about the sale. */
  readonly makeWay: () => void
  readonly understood: () => void
}

/** Scans at the counter, each after the one before it. */
export function useCounterScans({ goods, holding, inOrder, said, payByCode, makeWay, understood }: Surroundings) {
  /** How many wait for those before them, and for the strip that is open. */
  const behind = ref(0)

  async function understand({ code, whole, isPayment }: TakenScan): Promise<void> {
    if (isPayment) await payByCode(code)
    else if (code.length > MOST_LENGTH) holding.complain('unknownCode', { code: `${code.slice(0, MOST_LENGTH)}…` })
    else await goods.scanned(code, whole)
  }

  function scan(taken: TakenScan): void {
    makeWay()
    behind.value += 1
    if (holding.isAsking()) soundWaiting()
    inOrder(async () => {
      behind.value -= 1
      said.hush()
      await understand(taken)
      understood()
    })
  }

  return { behind, scan }
}
