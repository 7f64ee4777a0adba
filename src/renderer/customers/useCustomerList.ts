import { computed, reactive } from 'vue'
import { ulid } from 'ulid'
import { CUSTOMER_SORTS, type ListedCustomer } from '../../contract/customers.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'
import { hiddenColumns } from '../ui/lists/hiddenColumns.ts'
import { askedSort, listSort } from '../ui/lists/listSort.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'
import type { ExportedCustomer } from './customerColumns.ts'

const nothing = () => ({ search: '', owing: 'all' as 'all' | 'owing', archived: 'no' as 'no' | 'yes' })

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive(nothing())
const sort = listSort('customers', CUSTOMER_SORTS)
const TOPICS = ['customers', 'orders', 'returns', 'exchanges', 'corrections', 'collections', 'imports'] as const

export function useCustomerList() {
  const session = useSession()
  const asked = computed(() => ({
    search: filters.search,
    owing: filters.owing === 'owing',
    archived: filters.archived === 'yes',
    ...askedSort(sort.value),
  }))
  const { data: counts } = useLiveQuery({
    key: () => ['customers.counts', filters.archived],
    load: (signal) => client.customers.counts({ archived: filters.archived === 'yes' }, { signal }),
    topics: TOPICS,
    keep: true,
  })

  const list = useLiveList({
    key: () => ['customers.list', asked.value],
    load: (after, signal) => client.customers.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: TOPICS,
  })

  /** A page as large as may be, for the export. */
  const pages: Pages<ExportedCustomer> = async (after, signal) => {
    const page = await client.customers.list(
      { ...asked.value, withParticulars: true, limit: MOST_PER_PAGE, ...(after && { after }) },
      { signal },
    )
    const isShown = session.can('customers.reveal') && !hiddenColumns('customers').value.includes('phone')
    return isShown ? { ...page, rows: await inFull(page.rows, signal) } : page
  }

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

/** Recorded: whoever takes phones and addresses along has looked at them. */
async function inFull(rows: readonly ListedCustomer[], signal: AbortSignal): Promise<ExportedCustomer[]> {
  if (rows.length === 0) return []
  const wish = { requestId: ulid(), customerIds: rows.map(({ id }) => id) }
  const known = new Map((await client.customers.revealMany(wish, { signal })).map((one) => [one.id, one]))
  return rows.map((row) => ({ ...row, inFull: known.get(row.id) }))
}
