import { computed, reactive } from 'vue'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'

const nothing = () => ({ search: '', owing: 'all' as 'all' | 'owing', archived: 'no' as 'no' | 'yes' })

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive(nothing())

export function useCustomerList() {
  const asked = computed(() => ({
    search: filters.search,
    owing: filters.owing === 'owing',
    archived: filters.archived === 'yes',
  }))

  const list = useLiveList({
    key: () => ['customers.list', asked.value],
    load: (after, signal) => client.customers.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: ['customers', 'orders', 'returns', 'imports'],
  })

  return {
    ...list,
    filters,
    filtered: computed(() => JSON.stringify(filters) !== JSON.stringify(nothing())),
    clear: () => Object.assign(filters, nothing()),
  }
}
