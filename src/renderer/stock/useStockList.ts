import { computed, reactive } from 'vue'
import { useRoute } from 'vue-router'
import type { SkuRow } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { filterByLink } from '../ui/lists/linkFilters.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'

const nothing = () => ({ search: '', stock: 'any' as 'any' | 'negative' | 'none' | 'some' })

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive(nothing())

/** Goods only: a service has no level. */
export function useStockList() {
  filterByLink(filters, { query: useRoute().query, nothing: nothing(), known: { stock: ['negative'] } })
  const asked = computed(() => ({ ...filters, kind: 'goods' as const }))
  const list = useLiveList({
    key: () => ['stock.list', asked.value],
    load: (after, signal) => client.products.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: ['products', 'orders', 'returns', 'exchanges', 'corrections', 'stock'],
  })
  /** A page as large as may be, for the export. */
  const pages: Pages<SkuRow> = (after, signal) =>
    client.products.list({ ...asked.value, limit: MOST_PER_PAGE, ...(after && { after }) }, { signal })

  return {
    ...list,
    pages,
    filters,
    filtered: computed(() => JSON.stringify(filters) !== JSON.stringify(nothing())),
    clear: () => Object.assign(filters, nothing()),
  }
}
