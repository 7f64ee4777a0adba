import { client } from '../api/client.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'

/** The shift that is open now, or null; `known` once the shop has said so. */
export function useCurrentShift() {
  const session = useSession()
  return useLiveQuery({
    key: () => ['drawer.current'],
    load: (signal) => client.drawer.current({}, { signal }),
    topics: ['drawer', 'orders', 'returns', 'exchanges', 'corrections', 'collections'],
    enabled: () => session.can('drawer.use'),
  })
}
