import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { client } from '../api/client.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useWarehouseName } from '../stock/useWarehouses.ts'
import { timeText } from '../ui/formats.ts'
import { isTrade } from './isTrade.ts'

/** One document, and what is known about it beside its lines. */
export function useDocument(documentId: () => number) {
  const { t } = useI18n()
  const nameOf = useWarehouseName()
  const place = (name: string | null) => (name === null ? '' : nameOf(name))
  const {
    data: document,
    refusal,
    refresh,
    replace,
  } = useLiveQuery({
    key: () => ['documents.get', documentId()],
    load: (signal) => client.documents.get({ documentId: documentId() }, { signal }),
    topics: ['orders', 'returns', 'exchanges', 'corrections', 'collections', 'customers', 'stock'],
  })

  const facts = computed(() => {
    const shown = document.value
    if (!shown) return []
    return [
      { name: t('documents.filter.kinds'), value: t(`documentKind.${shown.kind}`) },
      { name: t('documents.customer'), value: shown.customerName || (isTrade(shown) ? t('documents.walkIn') : '') },
      { name: shown.toWarehouse === null ? t('stock.warehouse') : t('stock.from'), value: place(shown.warehouse) },
      { name: t('stock.to'), value: place(shown.toWarehouse) },
      { name: t('documents.time'), value: timeText(shown.recordedAt, 'dateTime') },
      { name: t('documents.businessDay'), value: shown.businessDay },
      { name: t('documents.staff'), value: shown.staffName },
      { name: t('documents.salesperson'), value: shown.salespersonName },
      { name: t('documents.channel'), value: shown.channel === 'counter' ? '' : shown.channel },
      { name: t('documents.channelNumber'), value: shown.channelNumber ?? '' },
      { name: shown.kind === 'goodsReceived' ? t('stock.supplier') : t('documents.reason'), value: shown.reason },
      { name: t('documents.note'), value: shown.note },
    ].filter((fact) => fact.value !== '')
  })

  return { document, facts, refusal, refresh, replace }
}
