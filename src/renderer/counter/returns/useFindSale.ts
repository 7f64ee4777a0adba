import { computed, ref, shallowRef, watch } from 'vue'
import { client } from '../../api/client.ts'
import { toRefusal } from '../../api/refusal.ts'
import type { Refusal } from '../../api/refusal.ts'
import { useLiveQuery } from '../../api/useLiveQuery.ts'

const WHOLE_NUMBER = /^[A-Z]{2}-\d{8}-\d{4,}$/

/** The sale that goods come back from: its number opens it; whatever else is known of it shows those that may be meant. */
export function useFindSale(found: (documentId: number) => void) {
  const typed = ref('')
  const refusal = shallowRef<Refusal | null>(null)
  const { data, refresh } = useLiveQuery({
    key: () => ['returns.findSales', typed.value.trim()],
    load: (signal) => client.returns.findSales({ search: typed.value.trim() }, { signal }),
    topics: ['orders', 'exchanges', 'corrections'],
    keep: true,
  })
  watch(typed, () => (refusal.value = null))

  /** Opens what is meant, as far as that is one sale. */
  async function find(said: string): Promise<void> {
    typed.value = said
    const search = said.trim()
    if (search === '') return
    refusal.value = null
    try {
      const number = search.toUpperCase()
      if (WHOLE_NUMBER.test(number)) found((await client.documents.byNumber({ number })).id)
      else {
        const { rows } = await client.returns.findSales({ search })
        const [only] = rows
        if (only && rows.length === 1) found(only.id)
      }
    } catch (error) {
      refusal.value = toRefusal(error)
    }
  }

  return {
    typed,
    rows: computed(() => data.value?.rows ?? []),
    loaded: computed(() => data.value !== undefined),
    find,
    refusal,
    refresh,
  }
}
