import { computed } from 'vue'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'

/**
 * What became of a document's receipt, and the way to another: for the counter's 「小票未打出 · 补打」.
 *
 *     const { state, failure, again } = useReceipt(() => lastSale.value?.id ?? null)
 */
export function useReceipt(documentId: () => number | null) {
  const { data } = useLiveQuery({
    key: () => ['printing.jobs', documentId()],
    load: async (signal) => client.printing.jobs({ documentId: documentId() ?? 0, limit: 10 }, { signal }),
    topics: ['printing'],
    enabled: () => documentId() !== null,
  })
  const retrying = useCommand(client.printing.retry)
  const reprinting = useCommand(client.printing.reprint)
  const job = computed(() => data.value?.rows.find(({ paper }) => paper === 'receipt') ?? null)

  /** Tries a lost receipt again; what came out already is printed once more, marked as 补打. */
  async function again(): Promise<void> {
    const id = documentId()
    if (id === null) return
    if (job.value?.allowedActions.includes('retry')) await retrying.run({ jobId: job.value.id })
    else await reprinting.run({ documentId: id, paper: 'receipt' })
  }

  return {
    /** Null when no receipt was wanted. */
    state: computed(() => job.value?.state ?? null),
    failure: computed(() => job.value?.failure ?? null),
    /** Whether cash did not open the drawer. */
    drawerStuck: computed(() => data.value?.rows.some(({ paper, failure }) => paper === 'drawer' && failure !== null)),
    again,
    busy: computed(() => retrying.busy.value || reprinting.busy.value),
    refusal: computed(() => retrying.refusal.value ?? reprinting.refusal.value),
  }
}
