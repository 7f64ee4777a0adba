import { computed, reactive } from 'vue'
import { useRoute } from 'vue-router'
import type { SkuRow } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { filterByLink } from '../ui/lists/linkFilters.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'

const nothing = () => ({
  search: '',
  kind: 'all' as SkuRow['kind'] | 'all',
  stock: 'any' as 'any' | 'negative' | 'none' | 'some',
  archived: 'no' as 'no' | 'yes',
  particulars: 'any' as 'any' | 'incomplete',
})

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive(nothing())

export function useProductList() {
  filterByLink(filters, { query: useRoute().query, nothing: nothing(), known: { particulars: ['incomplete'] } })
  const asked = computed(() => ({
    search: filters.search,
    stock: filters.stock,
    archived: filters.archived === 'yes',
    incomplete: filters.particulars === 'incomplete',
    ...(filters.kind !== 'all' && { kind: filters.kind }),
  }))

  const list = useLiveList({
    key: () => ['products.list', asked.value],
    load: (after, signal) => client.products.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: ['products', 'orders', 'returns', 'exchanges', 'corrections', 'stock', 'imports'],
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
