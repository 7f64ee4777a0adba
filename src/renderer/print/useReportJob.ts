import { computed, shallowRef } from 'vue'
import type { PrintJob } from '../../contract/printing.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'

/** Sends a report to the receipt printer, and tells what becomes of it. */
export function useReportJob(shiftId: () => number | null) {
  const asked = shallowRef<PrintJob | null>(null)
  const ofShift = useCommand(client.drawer.printReport)
  const ofDay = useCommand(client.dayEnd.print)
  const { data } = useLiveQuery({
    key: () => ['printing.jobs', 'report', asked.value?.id ?? 0],
    load: (signal) => client.printing.jobs({ limit: 20 }, { signal }),
    topics: ['printing'],
    enabled: () => asked.value !== null,
  })

  async function send(): Promise<void> {
    const shift = shiftId()
    asked.value = (shift === null ? await ofDay.run({}) : await ofShift.run({ shiftId: shift })) ?? asked.value
  }

  return {
    send,
    job: computed(() => data.value?.rows.find(({ id }) => id === asked.value?.id) ?? asked.value),
    sending: computed(() => ofShift.busy.value || ofDay.busy.value),
    jobRefusal: computed(() => ofShift.refusal.value ?? ofDay.refusal.value),
  }
}
