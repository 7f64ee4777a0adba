import { shallowRef, watch } from 'vue'
import { defineStore } from 'pinia'
import type { DocumentView } from '../../contract/documents.ts'
import { useSession } from '../session/session.ts'

/** The sale just made, still at hand after a look elsewhere; the next person does not see it. */
export const useLastSale = defineStore('lastSale', () => {
  const session = useSession()
  const sale = shallowRef<DocumentView | null>(null)
  watch(
    () => session.me?.staffId,
    () => (sale.value = null),
  )
  return { sale }
})
