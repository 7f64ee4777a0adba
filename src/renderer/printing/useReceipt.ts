import { computed } from 'vue'
import { useRouter } from 'vue-router'
import type { PrintJob } from '../../contract/printing.ts'
import { client } from '../api/client.ts'
import type { Refusal } from '../api/refusal.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { deviceId } from '../app/device.ts'

/**
 * What became of a document's receipt, and the way to another.
 *
 *     const { state, failure, print } = useReceipt(() => sale.id)
 */
export function useReceipt(documentId: () => number) {
  const router = useRouter()
  const { data } = useLiveQuery({
    key: () => ['printing.jobs', documentId()],
    load: async (signal) => client.printing.jobs({ documentId: documentId(), limit: 10 }, { signal }),
    topics: ['printing'],
  })
  const retrying = useCommand(client.printing.retry)
  const reprinting = useCommand(client.printing.reprint)
  const job = computed(() => data.value?.rows.find(({ paper }) => paper === 'receipt') ?? null)
  const refusal = computed(() => retrying.refusal.value ?? reprinting.refusal.value)

  /**
   * Tries a lost receipt again; what came out already is printed once more, marked as 补打. A shop without a receipt
   * printer sees it on the page that any printer prints.
   */
  async function print(): Promise<void> {
    const id = documentId()
    if (await send(id)) return
    if (!isWithoutPrinter(refusal.value)) return
    retrying.clear()
    reprinting.clear()
    await router.push(`/print/receipt/${id}`)
  }

  function send(id: number): Promise<PrintJob | undefined> {
    if (job.value?.allowedActions.includes('retry')) return retrying.run({ jobId: job.value.id })
    return reprinting.run({ documentId: id, paper: 'receipt', deviceId })
  }

  return {
    /** Null when no receipt was wanted. */
    state: computed(() => job.value?.state ?? null),
    failure: computed(() => job.value?.failure ?? null),
    /** Whether cash did not open the drawer. */
    drawerStuck: computed(() => data.value?.rows.some(({ paper, failure }) => paper === 'drawer' && failure !== null)),
    print,
    busy: computed(() => retrying.busy.value || reprinting.busy.value),
    refusal,
  }
}

const isWithoutPrinter = (refusal: Refusal | null): boolean =>
  refusal?.code === 'NO_RECEIPT_PRINTER' || refusal?.code === 'PRINTER_NOT_FOUND'
