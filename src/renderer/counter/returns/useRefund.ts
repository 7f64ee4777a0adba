import { computed, ref, shallowRef, watch } from 'vue'
import type { z } from 'zod'
import type { DocumentView, Tender } from '../../../contract/documents.ts'
import type { returnLine } from '../../../contract/orders.ts'
import { client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import type { Unanswered } from '../../api/useCommand.ts'
import { useLiveQuery } from '../../api/useLiveQuery.ts'
import { deviceRef } from '../../app/device.ts'

export type ReturnLineInput = z.input<typeof returnLine>

interface RefundOptions {
  readonly customerId: () => number | null
  readonly lines: () => readonly ReturnLineInput[]
  /** The tender that is chosen from the start. */
  readonly usual: () => Tender
}

/** What a return gives back, how, and giving it. Only the shop knows the shares, so it is asked after each change. */
export function useRefund({ customerId, lines, usual }: RefundOptions) {
  const chosen = ref<Tender | null>(null)
  const tender = computed({ get: () => chosen.value ?? usual(), set: (value) => (chosen.value = value) })
  const reason = ref('')
  const done = shallowRef<DocumentView | null>(null)
  const asked = computed(() => ({ customerId: customerId(), lines: [...lines()] }))
  const { run, busy, refusal } = useCommand(client.returns.returnGoods, deviceRef('return.unanswered', readUnanswered))

  const pricing = useLiveQuery({
    key: () => ['returns.price', asked.value],
    load: (signal) => client.returns.price(asked.value, { signal }),
    topics: ['returns'],
    enabled: () => asked.value.lines.length > 0,
    keep: true,
  })
  const total = computed(() => (asked.value.lines.length > 0 ? (pricing.data.value?.total ?? 0) : 0))
  const ready = computed(() => asked.value.lines.length > 0 && !pricing.loading.value && !pricing.refusal.value)

  async function give(): Promise<void> {
    if (!ready.value) return
    const tenders = total.value > 0 ? [{ tender: tender.value, amount: total.value }] : []
    const given = await run({ ...asked.value, tenders, expectedTotal: total.value, reason: reason.value.trim() })
    if (given) done.value = given
    else if (refusal.value?.code === 'TOTAL_CHANGED') await pricing.refresh()
  }

  watch(asked, () => (refusal.value = null))

  return {
    total,
    ready,
    tender,
    reason,
    busy,
    done,
    give,
    refusal: computed(() => refusal.value ?? (asked.value.lines.length > 0 ? pricing.refusal.value : null)),
  }
}

function readUnanswered(stored: unknown): Unanswered | null {
  const value = stored as Partial<Unanswered> | null
  return typeof value?.wish === 'string' && typeof value.requestId === 'string' ? (value as Unanswered) : null
}
