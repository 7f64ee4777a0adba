import { computed, reactive } from 'vue'
import { useRoute } from 'vue-router'
import { DOCUMENT_SORTS, PAYMENT_FILTERS, UNFINISHED_STATES } from '../../contract/documents.ts'
import type { DocumentKind, DocumentRow, PaymentFilter, UnfinishedState } from '../../contract/documents.ts'
import type { BusinessDay } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { filterByLink } from '../ui/lists/linkFilters.ts'
import { askedSort, listSort } from '../ui/lists/listSort.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'

/** What was done in the last days, today with it. Which day that is says the shop; this device's clock may be wrong. */
const LAST_DAYS = { today: 1, week: 7, month: 30 } as const
export const PERIODS = ['all', 'today', 'week', 'month', 'chosen'] as const

interface Filters {
  search: string
  kind: DocumentKind | 'all'
  payment: PaymentFilter | 'all'
  /** Where an order stands that is not simply done. */
  state: UnfinishedState | 'all'
  period: (typeof PERIODS)[number]
  from: string
  to: string
}

const nothing = (): Filters => ({
  ...{ search: '', kind: 'all', payment: 'all', state: 'all' },
  ...{ period: 'all', from: '', to: '' },
})

/** What a link may choose. */
const KNOWN = { period: ['today'], payment: PAYMENT_FILTERS, state: UNFINISHED_STATES } as const

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive<Filters>(nothing())
const sort = listSort('documents', DOCUMENT_SORTS)
const TOPICS = ['orders', 'returns', 'exchanges', 'corrections', 'collections', 'customers', 'stock'] as const

export function useDocumentList() {
  filterByLink(filters, { query: useRoute().query, nothing: nothing(), known: KNOWN })

  const span = computed(() => {
    if (filters.period === 'all') return {}
    if (filters.period === 'chosen') {
      const { from, to } = filters
      return { ...(from && { from: from as BusinessDay }), ...(to && { to: to as BusinessDay }) }
    }
    return { lastDays: LAST_DAYS[filters.period] }
  })

  const filter = computed(() => ({
    ...(filters.kind !== 'all' && { kind: filters.kind }),
    ...(filters.payment !== 'all' && { payment: filters.payment }),
    ...(filters.state !== 'all' && { state: filters.state }),
    ...span.value,
  }))
  const { data: counts } = useLiveQuery({
    key: () => ['documents.counts', filter.value],
    load: (signal) => client.documents.counts(filter.value, { signal }),
    topics: TOPICS,
    keep: true,
  })
  /** Whoever searches has few before them; of all others the shop says whether they are few enough. */
  const sortable = computed(() => filters.search !== '' || counts.value?.sortable !== false)
  const asked = computed(() => ({
    search: filters.search,
    ...filter.value,
    ...askedSort(sort.value?.by === 'total' && !sortable.value ? null : sort.value),
  }))

  const list = useLiveList({
    key: () => ['documents.list', asked.value],
    load: (after, signal) => client.documents.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: TOPICS,
  })

  /** A page as large as may be, for the export. */
  const pages: Pages<DocumentRow> = (after, signal) =>
    client.documents.list({ ...asked.value, limit: MOST_PER_PAGE, ...(after && { after }) }, { signal })

  return {
    ...list,
    pages,
    filters,
    sort,
    sortable,
    /** Of what is searched nothing is counted. */
    counts: computed(() => (filters.search === '' ? counts.value : undefined)),
    filtered: computed(() => JSON.stringify(filters) !== JSON.stringify(nothing())),
    clear: () => Object.assign(filters, nothing()),
  }
}
