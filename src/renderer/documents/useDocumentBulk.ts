import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { MOST_PAPERS, SHEET_PAPERS } from '../../contract/documents.ts'
import type { DocumentRow, SheetPaper } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useBulk } from '../ui/lists/useBulk.ts'
import { useSelection } from '../ui/lists/useSelection.ts'

/**
 * What is done to several documents at once: their receipts are printed once more, each counted as 补打, or their papers on
 * sheets are shown to be printed together.
 * @param rows the list's, whose order a pile of papers has
 */
export function useDocumentBulk(rows: () => readonly DocumentRow[]) {
  const { t } = useI18n()
  const router = useRouter()
  const selection = useSelection(({ id }: DocumentRow) => id)
  const bulk = useBulk(({ id }: DocumentRow) => id)
  /** Why nothing was done, until something else is chosen. */
  const warning = ref('')
  watch(selection.rows, () => (warning.value = ''))

  async function reprint(): Promise<void> {
    const left = await bulk.run('reprint', selection.rows.value, ({ id }, requestId) =>
      client.printing.reprint({ requestId, documentId: id, paper: 'receipt' }),
    )
    selection.set(left)
  }

  async function printSheets(paper: SheetPaper): Promise<void> {
    const chosen = inListOrder(selection.rows.value, rows())
    if (chosen.length > MOST_PAPERS)
      warning.value = t('documents.tooManyPapers', { most: MOST_PAPERS, count: chosen.length })
    else await router.push({ name: 'printSeveral', params: { paper }, query: { documents: chosen.join() } })
  }

  const actions = computed(() => [
    { label: t('documents.reprintChosen'), run: reprint },
    ...SHEET_PAPERS.map((paper) => ({
      label: t(`documents.printChosen.${paper}`),
      run: () => printSheets(paper),
    })),
  ])
  return { selection, bulk, actions, warning, reprint, nameOf: ({ number }: DocumentRow) => number }
}

/** What the list does not show any more comes last, as it was chosen. */
function inListOrder(chosen: readonly DocumentRow[], shown: readonly DocumentRow[]): number[] {
  const places = new Map(shown.map(({ id }, at) => [id, at]))
  const placeOf = (id: number) => places.get(id) ?? shown.length
  return chosen.map(({ id }) => id).toSorted((a, b) => placeOf(a) - placeOf(b))
}
