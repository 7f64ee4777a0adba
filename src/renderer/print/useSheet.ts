import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Paper } from '../../contract/documents.ts'
import { SHEETS, SHEETS_OF, type SheetKey } from './sheets.ts'

/** The sheet that the address asks for, else the one last used for this paper on this device, else the usual one. */
export function useSheet(paper: () => Paper, usual: () => string) {
  const route = useRoute()
  const router = useRouter()
  const memory = () => `guitai.sheet.${paper()}`

  const sheet = computed(() => {
    const choices = SHEETS_OF[paper()]
    const wanted = [route.query.sheet, localStorage.getItem(memory()), usual()]
    return SHEETS[
      choices.find((key) => key === wanted.find((name) => choices.some((key) => key === name))) ?? choices[0] ?? 'A4'
    ]
  })

  function chooseSheet(key: SheetKey): void {
    localStorage.setItem(memory(), key)
    void router.replace({ params: route.params, query: { ...route.query, sheet: key } })
  }

  return { sheet, sheets: computed(() => SHEETS_OF[paper()]), chooseSheet }
}
