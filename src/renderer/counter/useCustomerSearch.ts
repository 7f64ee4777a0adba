import { ref, watch } from 'vue'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'

export function useCustomerSearch() {
  const search = ref('')
  const current = ref(0)
  const list = useLiveList({
    key: () => ['customers.list', 'picker', search.value.trim()],
    load: (after, signal) =>
      client.customers.list({ search: search.value.trim(), ...(after === undefined ? {} : { after }) }, { signal }),
    topics: ['customers', 'orders', 'returns', 'exchanges', 'corrections', 'collections'],
  })
  watch(search, () => (current.value = 0))
  const step = (by: number) => {
    current.value = Math.max(0, Math.min(list.rows.value.length - 1, current.value + by))
  }
  return { ...list, search, current, step }
}
