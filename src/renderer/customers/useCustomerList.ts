import { computed, reactive } from 'vue'
import type { CustomerRow } from '../../contract/customers.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'

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
    topics: ['customers', 'orders', 'returns', 'exchanges', 'corrections', 'collections', 'imports'],
  })

  /** A page as large as may be, for the export. */
  const pages: Pages<CustomerRow> = (after, signal) =>
    client.customers.list({ ...asked.value, limit: MOST_PER_PAGE, ...(after && { after }) }, { signal })

  return {
    ...list,
    pages,
    filters,
    filtered: computed(() => JSON.stringify(filters) !== JSON.stringify(nothing())),
    clear: () => Object.assign(filters, nothing()),
  }
}
