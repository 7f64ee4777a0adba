import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DocumentRow } from '../../contract/documents.ts'
import type { ExportColumn } from '../ui/lists/exported.ts'
import { isTrade } from './isTrade.ts'

/** What an export of documents says of each. */
export function useDocumentColumns() {
  const { t } = useI18n()
  return computed<ExportColumn<DocumentRow>[]>(() => [
    { key: 'number', title: t('documents.number'), kind: 'text', value: (row) => row.number },
    { key: 'kind', title: t('documents.filter.kinds'), kind: 'text', value: (row) => t(`documentKind.${row.kind}`) },
    { key: 'customer', title: t('documents.customer'), kind: 'text', value: (row) => row.customerName },
    { key: 'goods', title: t('documents.goods'), kind: 'text', value: goods },
    { key: 'total', title: t('documents.total'), kind: 'money', value: (row) => (isTrade(row) ? row.total : null) },
    { key: 'state', title: t('documents.filter.payments'), kind: 'text', value: payment },
    { key: 'time', title: t('documents.time'), kind: 'time', value: (row) => row.recordedAt },
    { key: 'time', title: t('documents.businessDay'), kind: 'text', value: (row) => row.businessDay },
    { key: 'number', title: t('documents.staff'), kind: 'text', value: (row) => row.staffName },
  ])

  function goods({ firstTitle, lineCount }: DocumentRow): string {
    return lineCount > 1 ? t('documents.moreGoods', { title: firstTitle, count: lineCount }) : firstTitle
  }

  function payment({ state, paymentState }: DocumentRow): string {
    return state === 'completed' ? t(`paymentState.${paymentState}`) : t(`orderState.${state}`)
  }
}
