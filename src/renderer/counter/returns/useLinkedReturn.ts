import { computed, reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DocumentLine } from '../../../contract/documents.ts'
import type { Scanned } from '../../../contract/products.ts'
import { ONE } from '../../../contract/values.ts'
import { client } from '../../api/client.ts'
import { useLiveQuery } from '../../api/useLiveQuery.ts'
import { notify } from '../../app/notices.ts'
import type { ReturnedGoods } from '../returnedGoods.ts'
import { soundWrong } from '../sound.ts'
import { useExchange } from './useExchange.ts'
import { useRefund } from './useRefund.ts'

export function useLinkedReturn(documentId: () => number) {
  const { t } = useI18n()
  const {
    data: sale,
    refusal: saleRefusal,
    refresh,
  } = useLiveQuery({
    key: () => ['documents.get', documentId()],
    load: (signal) => client.documents.get({ documentId: documentId() }, { signal }),
    topics: ['orders', 'returns', 'exchanges', 'corrections'],
  })
  const counts = reactive(new Map<number, number | null>())
  /** What cannot be sold again (报损). */
  const spoilt = reactive(new Set<number>())
  const leftOf = (line: DocumentLine): number => line.quantity - line.returned
  const lines = computed(() =>
    (sale.value?.lines ?? []).filter((line) => line.kind !== 'discount' && line.quantity > 0),
  )
  const returnable = computed(() => lines.value.filter((line) => leftOf(line) > 0))
  const tooMany = (line: DocumentLine): boolean => (counts.get(line.id) ?? 0) > leftOf(line)

  const chosen = computed(() =>
    returnable.value.flatMap((line) => {
      const quantity = counts.get(line.id) ?? 0
      return quantity > 0 ? [{ line, back: backOf(line.id, quantity) }] : []
    }),
  )
  const refund = useRefund({
    customerId: () => sale.value?.customerId ?? null,
    lines: () => chosen.value.map(({ back }) => back),
  })
  const exchange = useExchange()

  /** Instead of a refund: into the basket, against what is bought now. */
  async function swap(): Promise<void> {
    if (!sale.value) return
    const { id: documentId, customerId, customerName } = sale.value
    const goods = chosen.value.map(({ line, back }): ReturnedGoods => {
      const { id, title, variant, unit } = line
      return {
        key: String(id),
        line: back as ReturnedGoods['line'],
        title,
        variant,
        unit,
        quantity: back.quantity,
        documentId,
      }
    })
    await exchange.take(goods, customerId === null ? null : { id: customerId, name: customerName, owed: 0 })
  }

  function setSpoilt(id: number, is: boolean): void {
    if (is) spoilt.add(id)
    else spoilt.delete(id)
  }

  function backOf(id: number, quantity: number) {
    const back = { kind: 'linked', originalLineId: id, quantity } as const
    return spoilt.has(id) ? { ...back, writeOff: true } : back
  }

  function all(): void {
    for (const line of returnable.value) counts.set(line.id, leftOf(line))
  }

  /** One more of what was scanned comes back, as far as this sale has any left; false when nothing is taken back any more. */
  function takeBack({ skuId, scannedUnit, quantity = ONE, title }: Scanned): boolean {
    if (refund.done.value) return false
    const counted = (line: DocumentLine): number => counts.get(line.id) ?? 0
    const line = returnable.value.find(
      (one) => one.skuId === skuId && one.unit === scannedUnit && counted(one) + quantity <= leftOf(one),
    )
    if (line) counts.set(line.id, counted(line) + quantity)
    else {
      soundWrong()
      notify({ text: t('returns.noMoreOf', { title }) })
    }
    return true
  }

  return {
    ...{ sale, saleRefusal, refresh, lines: returnable, counts, tooMany, all, refund },
    ...{ spoilt, setSpoilt, swap, swapRefusal: exchange.refusal, takeBack },
  }
}
