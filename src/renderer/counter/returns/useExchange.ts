import { shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { toRefusal } from '../../api/refusal.ts'
import type { Refusal } from '../../api/refusal.ts'
import type { Buyer } from '../basket.ts'
import type { ReturnedGoods } from '../returnedGoods.ts'
import { useBasket } from '../useBasket.ts'

/** 换货: what comes back goes into this device's open basket, and whatever is bought instead is scanned beside it. */
export function useExchange() {
  const router = useRouter()
  const basket = useBasket(() => 0)
  const refusal = shallowRef<Refusal | null>(null)

  /** @param customer who bought it, and buys now unless somebody else was chosen */
  async function take(returned: readonly ReturnedGoods[], customer: Buyer | null): Promise<void> {
    refusal.value = null
    try {
      await basket.kept.load()
    } catch (error) {
      refusal.value = toRefusal(error)
      return
    }
    const { returns, customer: chosen } = basket.sale.value
    const others = returns.filter(({ key }) => !returned.some((one) => one.key === key))
    basket.setParts([])
    basket.setReturns([...others, ...returned])
    if (!chosen) basket.setCustomer(customer)
    if (await basket.kept.settled()) await router.push('/counter')
    else refusal.value = basket.kept.refusal.value
  }

  return { take, refusal }
}
