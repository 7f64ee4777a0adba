import { computed, reactive } from 'vue'
import type { DocumentLine } from '../../../contract/documents.ts'
import { client } from '../../api/client.ts'
import { useLiveQuery } from '../../api/useLiveQuery.ts'
import { useRefund } from './useRefund.ts'
import type { ReturnLineInput } from './useRefund.ts'

export function useLinkedReturn(documentId: () => number) {
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
  const leftOf = (line: DocumentLine): number => line.quantity - line.returned
  const lines = computed(() =>
    (sale.value?.lines ?? []).filter((line) => line.kind !== 'discount' && line.quantity > 0),
  )
  const returnable = computed(() => lines.value.filter((line) => leftOf(line) > 0))
  const tooMany = (line: DocumentLine): boolean => (counts.get(line.id) ?? 0) > leftOf(line)

  const refund = useRefund({
    customerId: () => sale.value?.customerId ?? null,
    lines: () =>
      returnable.value.flatMap((line): ReturnLineInput[] => {
        const quantity = counts.get(line.id) ?? 0
        return quantity > 0 ? [{ kind: 'linked', originalLineId: line.id, quantity }] : []
      }),
  })

  function all(): void {
    for (const line of returnable.value) counts.set(line.id, leftOf(line))
  }

  return { sale, saleRefusal, refresh, lines: returnable, counts, tooMany, all, refund }
}
