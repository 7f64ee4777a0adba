import { ref } from 'vue'
import { client } from '../api/client.ts'
import type { Topic } from '../api/topics.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'

/** Whose doings are shown; kept while the app is open. */
const staffId = ref<number | null>(null)

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
]

export function useAuditLog() {
  const session = useSession()
  const list = useLiveList({
    key: () => ['audit.list', staffId.value],
    load: (after, signal) =>
      client.audit.list(
        { ...(after !== undefined && { after }), ...(staffId.value !== null && { staffId: staffId.value }) },
        { signal },
      ),
    topics: EVERY_TOPIC,
  })
  const { data: people } = useLiveQuery({
    key: () => ['staff.list'],
    load: (signal) => client.staff.list({}, { signal }),
    topics: ['staff'],
    enabled: () => session.can('staff.manage'),
  })
  return { ...list, staffId, people }
}
