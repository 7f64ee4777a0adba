import { computed, reactive } from 'vue'
import { useRoute } from 'vue-router'
import type { DocumentKind, DocumentRow, PaymentState } from '../../contract/documents.ts'
import type { BusinessDay } from '../../contract/values.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useSession } from '../session/session.ts'
import { filterByLink } from '../ui/lists/linkFilters.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'
import { businessDayOf, spanOf } from './days.ts'
import type { Period } from './days.ts'

interface Filters {
  search: string
  kind: DocumentKind | 'all'
  payment: PaymentState | 'all'
  period: Period
  from: string
  to: string
}

const nothing = (): Filters => ({ search: '', kind: 'all', payment: 'all', period: 'all', from: '', to: '' })

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive<Filters>(nothing())

export function useDocumentList() {
  filterByLink(filters, { query: useRoute().query, nothing: nothing(), known: { period: ['today'] } })
  const session = useSession()

  const span = computed(() => {
    if (filters.period === 'all') return {}
    if (filters.period === 'chosen') {
      const { from, to } = filters
      return { ...(from && { from: from as BusinessDay }), ...(to && { to: to as BusinessDay }) }
    }
    const { timeZone = 'Asia/Shanghai', dayStartHour = 0 } = session.shop ?? {}
    return spanOf(filters.period, businessDayOf(Date.now(), timeZone, dayStartHour))
  })

  const asked = computed(() => ({
    search: filters.search,
    ...(filters.kind !== 'all' && { kind: filters.kind }),
    ...(filters.payment !== 'all' && { payment: filters.payment }),
    ...span.value,
  }))

  const list = useLiveList({
    key: () => ['documents.list', asked.value],
    load: (after, signal) => client.documents.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: ['orders', 'returns', 'exchanges', 'corrections', 'collections', 'customers', 'stock'],
  })

  /** A page as large as may be, for the export. */
  const pages: Pages<DocumentRow> = (after, signal) =>
    client.documents.list({ ...asked.value, limit: MOST_PER_PAGE, ...(after && { after }) }, { signal })

  return {
    ...list,
    pages,
    filters,
    filtered: computed(() => JSON.stringify(filters) !== JSON.stringify(nothing())),
    clear: () => Object.assign(filters, nothing()),
  }
}
