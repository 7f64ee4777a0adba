import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { DocumentView } from '../../contract/documents.ts'
import { notify } from '../app/notices.ts'

/** Says that a stock document is booked, with the way to it. */
export function useBooked() {
  const { t } = useI18n()
  const router = useRouter()

  return (document: DocumentView | undefined) => {
    if (!document) return
    notify({
      tone: 'done',
      text: t('stock.booked', { number: document.number }),
      action: { label: t('stock.open'), run: () => void router.push(`/documents/${document.id}`) },
    })
  }
}
