import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DocumentRow } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useBulk } from '../ui/lists/useBulk.ts'
import { useSelection } from '../ui/lists/useSelection.ts'

/** What is done to several documents at once: their receipts are printed once more, each counted as 补打. */
export function useDocumentBulk() {
  const { t } = useI18n()
  const selection = useSelection(({ id }: DocumentRow) => id)
  const bulk = useBulk(({ id }: DocumentRow) => id)

  async function reprint(): Promise<void> {
    const rows = selection.rows.value
    const left = await bulk.run('reprint', rows, ({ id }, requestId) =>
      client.printing.reprint({ requestId, documentId: id, paper: 'receipt' }),
    )
    selection.set(left)
  }

  const actions = computed(() => [{ label: t('documents.reprintChosen'), run: reprint }])
  return { selection, bulk, actions, reprint, nameOf: ({ number }: DocumentRow) => number }
}
