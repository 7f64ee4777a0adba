import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'

export function useShiftList() {
  return useLiveList({
    key: () => ['drawer.list'],
    load: (after, signal) => client.drawer.list({ ...(after === undefined ? {} : { after }) }, { signal }),
    topics: ['drawer'],
  })
}
