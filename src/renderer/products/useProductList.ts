import { computed, reactive } from 'vue'
import { useRoute } from 'vue-router'
import { SKU_SORTS, type ListedSku, type SkuRow } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { filterByLink } from '../ui/lists/linkFilters.ts'
import { askedSort, listSort } from '../ui/lists/listSort.ts'
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
const sort = listSort(
  'products',
  SKU_SORTS.filter((one) => one !== 'value'),
)
const TOPICS = ['products', 'orders', 'returns', 'exchanges', 'corrections', 'stock', 'imports'] as const

export function useProductList() {
  filterByLink(filters, { query: useRoute().query, nothing: nothing(), known: { particulars: ['incomplete'] } })
  const filter = computed(() => ({
    stock: filters.stock,
    archived: filters.archived === 'yes',
    incomplete: filters.particulars === 'incomplete',
    ...(filters.kind !== 'all' && { kind: filters.kind }),
  }))
  const asked = computed(() => ({ search: filters.search, ...filter.value, ...askedSort(sort.value) }))
  const { data: counts } = useLiveQuery({
    key: () => ['products.counts', filter.value],
    load: (signal) => client.products.counts(filter.value, { signal }),
    topics: TOPICS,
    keep: true,
  })

  const list = useLiveList({
    key: () => ['products.list', asked.value],
    load: (after, signal) => client.products.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: TOPICS,
  })

  /** A page as large as may be, for the export. */
  const pages: Pages<ListedSku> = (after, signal) =>
    client.products.list(
      { ...asked.value, withParticulars: true, limit: MOST_PER_PAGE, ...(after && { after }) },
      { signal },
    )

  return {
    ...list,
    pages,
    filters,
    sort,
    /** Of what is searched nothing is counted. */
    counts: computed(() => (filters.search === '' ? counts.value : undefined)),
    filtered: computed(() => JSON.stringify(filters) !== JSON.stringify(nothing())),
    clear: () => Object.assign(filters, nothing()),
  }
}
