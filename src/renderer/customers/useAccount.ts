import { client } from '../api/client.ts'
import { useLiveList } from '../api/useLiveList.ts'

/** What makes up what a customer owes, newest first. */
export const useAccount = (customerId: () => number) =>
  useLiveList({
    key: () => ['customers.account', customerId()],
    load: (after, signal) =>
      client.customers.account({ customerId: customerId(), ...(after && { after }) }, { signal }),
    topics: ['customers', 'orders', 'returns', 'exchanges', 'corrections', 'collections'],
  })
