import { computed, shallowRef } from 'vue'
import type { PaperModel } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useSession } from '../session/session.ts'
import { useBulk } from '../ui/lists/useBulk.ts'

/** The papers of several documents with phone and address whole, as long as it takes to print them; recorded for each. */
export function useWholePapers() {
  const session = useSession()
  const bulk = useBulk(({ document }: PaperModel) => document.id)
  /** What stands in the place of the masked ones; null where those are shown. */
  const whole = shallowRef<readonly PaperModel[] | null>(null)

  /** @param put is not called where one of them cannot be had: half a pile looks like a whole one */
  async function printWhole(masked: readonly PaperModel[], put: () => Promise<void>): Promise<void> {
    const persons = session.can('customers.reveal') ? masked.filter(({ party }) => party !== null) : []
    if (persons.length === 0) return put()
    const revealed = await reveal(persons)
    if (!revealed) return
    whole.value = masked.map((model) => revealed.get(model.document.id) ?? model)
    try {
      await put()
    } finally {
      whole.value = null
    }
  }

  async function reveal(models: readonly PaperModel[]): Promise<ReadonlyMap<number, PaperModel> | null> {
    const revealed = new Map<number, PaperModel>()
    const left = await bulk.run('printFull', models, async ({ document, paper }, requestId) => {
      revealed.set(document.id, await client.documents.printFull({ requestId, documentId: document.id, paper }))
    })
    return left.length === 0 ? revealed : null
  }

  return {
    whole,
    printWhole,
    revealing: bulk.busy,
    revealed: computed(() => bulk.outcomes.value.length),
    toReveal: bulk.total,
    refusal: computed(() => bulk.failed.value[0]?.refusal ?? null),
  }
}
