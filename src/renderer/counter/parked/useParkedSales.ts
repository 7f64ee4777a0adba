import { computed } from 'vue'
import type { OpenBasket, ParkedSale, Parking } from '../../../contract/baskets.ts'
import { client } from '../../api/client.ts'
import { useAuthorized } from '../../api/useAuthorized.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useLiveQuery } from '../../api/useLiveQuery.ts'
import { deviceId } from '../../app/device.ts'

/** The parked sales of the whole shop, and what can be done with them from this device. */
export function useParkedSales() {
  const { data, refusal, refresh } = useLiveQuery({
    key: () => ['baskets.parked'],
    load: (signal) => client.baskets.parked({}, { signal }),
    topics: ['baskets'],
    keep: true,
  })
  const parking = useCommand(client.baskets.park)
  const recalling = useCommand(client.baskets.recall)
  const authorized = useAuthorized(client.baskets.remove)
  const removing = useCommand(authorized.send)

  return {
    sales: computed<readonly ParkedSale[]>(() => data.value ?? []),
    loaded: computed(() => data.value !== undefined),
    refusal,
    commandRefusal: computed(() => parking.refusal.value ?? recalling.refusal.value ?? removing.refusal.value),
    busy: computed(() => parking.busy.value || recalling.busy.value || removing.busy.value),
    /** Who may not delete one may have it allowed in place. */
    asking: authorized.asking,
    refresh,
    /** True once it is parked; the open basket is then empty on disk too. */
    park: async (basket: Parking): Promise<boolean> => (await parking.run({ deviceId, ...basket })) !== undefined,
    /** @param parkOpen what is open here, to be parked in the same step */
    recall: ({ id }: ParkedSale, parkOpen?: Parking): Promise<OpenBasket | undefined> =>
      recalling.run({ deviceId, basketId: id, ...(parkOpen && { parkOpen }) }),
    remove: async ({ id }: ParkedSale): Promise<boolean> => (await removing.run({ basketId: id })) !== undefined,
  }
}
