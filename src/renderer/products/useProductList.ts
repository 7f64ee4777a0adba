import { computed, reactive } from 'vue'
import type { SkuRow } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'

const nothing = () => ({
  search: '',
  kind: 'all' as SkuRow['kind'] | 'all',
  stock: 'any' as 'any' | 'negative' | 'none' | 'some',
  archived: 'no' as 'no' | 'yes',
})

/** Kept while the app is open, so that one comes back to the list one left. */
const filters = reactive(nothing())

export function useProductList() {
  const asked = computed(() => ({
    search: filters.search,
    stock: filters.stock,
    archived: filters.archived === 'yes',
    ...(filters.kind !== 'all' && { kind: filters.kind }),
  }))

  const list = useLiveList({
    key: () => ['products.list', asked.value],
    load: (after, signal) => client.products.list({ ...asked.value, ...(after && { after }) }, { signal }),
    topics: ['products', 'orders', 'returns', 'stock', 'imports'],
  })

  return {
    ...list,
    filters,
    filtered: computed(() => JSON.stringify(filters) !== JSON.stringify(nothing())),
    clear: () => Object.assign(filters, nothing()),
  }
}
