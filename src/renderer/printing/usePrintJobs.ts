import { computed } from 'vue'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveList } from '../api/useLiveList.ts'

/** The queue of papers, as it moves. */
export function usePrintJobs(needsSomeone: () => boolean) {
  const list = useLiveList({
    key: () => ['printing.jobs', needsSomeone()],
    load: (after, signal) =>
      client.printing.jobs({ needsSomeone: needsSomeone(), ...(after === undefined ? {} : { after }) }, { signal }),
    topics: ['printing', 'orders'],
  })
  const retrying = useCommand(client.printing.retry)
  const cancelling = useCommand(client.printing.cancel)

  return {
    ...list,
    retry: (jobId: number) => retrying.run({ jobId }),
    cancel: (jobId: number) => cancelling.run({ jobId }),
    busy: computed(() => retrying.busy.value || cancelling.busy.value),
    commandRefusal: computed(() => retrying.refusal.value ?? cancelling.refusal.value),
  }
}
