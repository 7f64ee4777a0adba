import { computed } from 'vue'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { useSession } from '../session/session.ts'

/** Whether a product stays on the counter's tiles (常用商品), and the hand that pins it there or lets it go. */
export function useProductTile(productId: number | null) {
  const session = useSession()
  const { data, replace } = useLiveQuery({
    key: () => ['tiles.list'],
    load: (signal) => client.tiles.list({}, { signal }),
    topics: ['tiles', 'products', 'drawer'],
    enabled: () => productId !== null && session.can('sales.sell'),
  })
  const pinning = useCommand(client.tiles.pin)
  const isPinned = computed(() => data.value?.some((tile) => tile.productId === productId && tile.pinned))

  async function pin(pinned: boolean): Promise<void> {
    if (productId === null) return
    const tiles = await pinning.run({ productId, pinned })
    if (tiles) replace(tiles)
  }

  return {
    /** undefined until it is known, and for whoever sees no tiles. */
    isPinned,
    mayPin: computed(() => isPinned.value !== undefined && session.can('products.edit')),
    pin,
    pinning: pinning.busy,
    pinRefusal: pinning.refusal,
  }
}
