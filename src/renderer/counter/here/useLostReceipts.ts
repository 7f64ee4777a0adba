import { computed } from 'vue'
import { client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useLiveQuery } from '../../api/useLiveQuery.ts'
import { deviceId } from '../../app/device.ts'
import { useSession } from '../../session/session.ts'

/** The receipts of this device's own sales that did not come out, newest first; one at a time is dealt with. */
export function useLostReceipts() {
  const session = useSession()
  const { data } = useLiveQuery({
    key: () => ['printing.lost', deviceId],
    load: (signal) => client.printing.lost({ deviceId }, { signal }),
    topics: ['printing'],
    keep: true,
  })
  const retrying = useCommand(client.printing.retry)
  const cancelling = useCommand(client.printing.cancel)
  const lost = computed(() => data.value?.[0] ?? null)

  return {
    lost,
    /** How many more there are. */
    others: computed(() => Math.max(0, (data.value?.length ?? 0) - 1)),
    async printAgain(): Promise<void> {
      if (lost.value && !session.locked) await retrying.run({ jobId: lost.value.id })
    },
    async giveUp(): Promise<void> {
      if (lost.value) await cancelling.run({ jobId: lost.value.id })
    },
    busy: computed(() => retrying.busy.value || cancelling.busy.value),
    refusal: computed(() => retrying.refusal.value ?? cancelling.refusal.value),
  }
}
