import { computed } from 'vue'
import type { ShiftView } from '../../contract/drawer.ts'
import { client } from '../api/client.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'

/** What a shift took, as its report (交班单) says; null as long as the drawer is counted blind. */
export function useTakings(shift: () => ShiftView) {
  const report = useLiveQuery({
    key: () => ['drawer.report', shift().id, shift().state],
    load: (signal) => client.drawer.report({ shiftId: shift().id }, { signal }),
    topics: ['drawer', 'orders', 'returns', 'exchanges', 'corrections', 'collections'],
    enabled: () => shift().expected !== undefined,
  })
  return computed(() => (shift().expected === undefined ? null : (report.data.value?.takings ?? null)))
}
