import { SHIFT_SORTS } from '../../contract/drawer.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { askedSort, listSort } from '../ui/lists/listSort.ts'

const sort = listSort('shifts', SHIFT_SORTS)

export function useShiftList() {
  const list = useLiveList({
    key: () => ['drawer.list', sort.value],
    load: (after, signal) => client.drawer.list({ ...askedSort(sort.value), ...(after && { after }) }, { signal }),
    topics: ['drawer'],
  })
  return { ...list, sort }
}
