import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'

/** One SKU's level. */
export const useLevel = (skuId: () => number) =>
  useLiveQuery({
    key: () => ['stock.level', skuId()],
    load: (signal) => client.stock.level({ skuId: skuId() }, { signal }),
    topics: ['products', 'orders', 'returns', 'exchanges', 'corrections', 'stock', 'warehouses'],
  })

/** The movements that the level is the sum of, newest first. */
export const useMovements = (skuId: () => number) =>
  useLiveList({
    key: () => ['stock.movements', skuId()],
    load: (after, signal) => client.stock.movements({ skuId: skuId(), ...(after && { after }) }, { signal }),
    topics: ['orders', 'returns', 'exchanges', 'corrections', 'stock', 'warehouses'],
  })
