import { computed, reactive } from 'vue'
import { useRoute } from 'vue-router'
import { SKU_SORTS, type SkuRow } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'
import { filterByLink } from '../ui/lists/linkFilters.ts'
import { askedSort, listSort } from '../ui/lists/listSort.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'

const nothing = () => ({ search: '', stock: 'any' as 'any' | 'negative' | 'none' | 'some' })

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive(nothing())
const sort = listSort('stock', SKU_SORTS)
const TOPICS = ['products', 'orders', 'returns', 'exchanges', 'corrections', 'stock'] as const

/** Goods only: a service has no level. */
export function useStockList() {
  filterByLink(filters, { query: useRoute().query, nothing: nothing(), known: { stock: ['negative'] } })
  const session = useSession()
  /** A device that an owner sorted by value shows a clerk the usual order. */
  const allowed = computed(() => (sort.value?.by === 'value' && !session.can('cost.view') ? null : sort.value))
  const asked = computed(() => ({ ...filters, kind: 'goods' as const, ...askedSort(allowed.value) }))
  const { data: counts } = useLiveQuery({
    key: () => ['products.counts', 'goods'],
    load: (signal) => client.products.counts({ kind: 'goods' }, { signal }),
    topics: TOPICS,
  })
  const list = useLiveList({
    key: () => ['stock.list', asked.value],
    load: (after, signal) => client.products.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: TOPICS,
  })
  /** A page as large as may be, for the export. */
  const pages: Pages<SkuRow> = (after, signal) =>
    client.products.list({ ...asked.value, limit: MOST_PER_PAGE, ...(after && { after }) }, { signal })

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
