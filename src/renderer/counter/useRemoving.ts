import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ulid } from 'ulid'
import type { Money } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { notify } from '../app/notices.ts'
import type { BasketItem } from './basket.ts'
import type { useBasket } from './useBasket.ts'
import type { Quote } from './usePricing.ts'

/** What is taken out of the open basket can be undone, and is told to the shop: the owner wants to know how often. */
export function useRemoving(basket: ReturnType<typeof useBasket>, quote: Readonly<Ref<Quote>>) {
  const { t } = useI18n()

  function remove(item: BasketItem | undefined): void {
    if (!item) return
    tell('lineRemoved', item.title, quote.value.lines.get(item.key)?.amount ?? 0)
    const undo = basket.remove(item)
    notify({ text: t('counter.removed', { title: item.title }), action: { label: t('common.undo'), run: undo } })
  }

  function removeReturned(key: string): void {
    basket.setReturns(basket.sale.value.returns.filter((returned) => returned.key !== key))
  }

  function clear(): void {
    tell('basketCleared', t('counter.lines', { count: basket.sale.value.items.length }), quote.value.due)
    const undo = basket.clear()
    notify({ text: t('counter.cleared'), action: { label: t('common.undo'), run: undo } })
  }

  /** A selling hand never waits for this. */
  function tell(kind: 'lineRemoved' | 'basketCleared', subject: string, amount: number): void {
    const removal = { requestId: ulid(), kind, subject, amount: Math.max(0, amount) as Money }
    client.baskets.recordRemoval(removal).catch(() => undefined)
  }

  return { remove, removeReturned, clear }
}
