import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ImportView, RefusedRow } from '../../contract/imports.ts'
import { client } from '../api/client.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { refusedFile } from './refusedFile.ts'
import { useProblemText } from './useProblemText.ts'

const PAGE = 200

/** The rows that stayed out of an import, with the reasons in words, as a file of this device. */
export function useRefusedRows(view: () => ImportView) {
  const { t } = useI18n()
  const problemText = useProblemText()
  const downloading = ref(false)
  const refusal = shallowRef<Refusal | null>(null)

  async function allRows(): Promise<RefusedRow[]> {
    const rows: RefusedRow[] = []
    let after: string | null = null
    do {
      const page = await client.imports.refused({ importId: view().id, limit: PAGE, ...(after !== null && { after }) })
      rows.push(...page.rows)
      after = page.next
    } while (after !== null)
    return rows
  }

  async function download(): Promise<void> {
    downloading.value = true
    refusal.value = null
    try {
      const rows = (await allRows()).map((row) => ({ ...row, why: problemText(row) }))
      const columns = view().columns.map(({ header }) => header)
      const text = refusedFile({ row: t('imports.row'), reason: t('imports.reason'), columns }, rows)
      save(new Blob([text], { type: 'text/csv' }), `${t('imports.refusedName')}.csv`)
    } catch (error) {
      refusal.value = toRefusal(error)
    } finally {
      downloading.value = false
    }
  }

  return { download, downloading, refusal }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
