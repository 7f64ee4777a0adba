import { computed, ref } from 'vue'
import { ulid } from 'ulid'
import type { Tile } from '../../contract/tiles.ts'
import { client } from '../api/client.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'

/** 常用商品: what sells most and what was pinned, in places that stay while one sells. */
export function useTiles() {
  const { data, replace } = useLiveQuery({
    key: () => ['tiles.list'],
    load: (signal) => client.tiles.list({}, { signal }),
    topics: ['tiles', 'orders', 'exchanges', 'returns', 'products', 'stock', 'drawer', 'imports', 'warehouses'],
  })
  /** A touch pins now, and sells nothing. */
  const pinning = ref(false)
  const refusal = ref<Refusal | null>(null)

  async function pin({ productId, pinned }: Tile): Promise<void> {
    refusal.value = null
    try {
      replace(await client.tiles.pin({ requestId: ulid(), productId, pinned: !pinned }))
    } catch (error) {
      refusal.value = toRefusal(error)
    }
  }

  function turnPinning(): void {
    pinning.value = !pinning.value
    refusal.value = null
  }

  return { tiles: computed(() => data.value ?? []), pinning, turnPinning, pin, refusal }
}
