import { ref } from 'vue'
import type { AuditEntry } from '../../contract/audit.ts'
import { client } from '../api/client.ts'
import type { Topic } from '../api/topics.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'
import { askedAge, BY_AGE, listSort } from '../ui/lists/listSort.ts'
import { MOST_PER_PAGE, type Pages } from '../ui/lists/writeList.ts'

/** Whose doings are shown; kept while the app is open. */
const staffId = ref<number | null>(null)
const sort = listSort('audit', BY_AGE)

/** Whatever is done is recorded. */
const EVERY_TOPIC: readonly Topic[] = [
  'setup',
  'session',
  'settings',
  'staff',
  'products',
  'customers',
  'orders',
  'returns',
  'stock',
  'drawer',
  'dayEnd',
  'snapshots',
  'baskets',
]

export function useAuditLog() {
  const session = useSession()
  const asked = (after: string | undefined) => ({
    ...(after !== undefined && { after }),
    ...(staffId.value !== null && { staffId: staffId.value }),
    ...askedAge(sort.value),
  })
  const list = useLiveList({
    key: () => ['audit.list', staffId.value, sort.value],
    load: (after, signal) => client.audit.list(asked(after), { signal }),
    topics: EVERY_TOPIC,
  })
  const { data: people } = useLiveQuery({
    key: () => ['staff.list'],
    load: (signal) => client.staff.list({}, { signal }),
    topics: ['staff'],
    enabled: () => session.can('staff.manage'),
  })
  /** A page as large as may be, for the export. */
  const pages: Pages<AuditEntry> = (after, signal) =>
    client.audit.list({ ...asked(after), limit: MOST_PER_PAGE }, { signal })
  return { ...list, pages, sort, staffId, people }
}
