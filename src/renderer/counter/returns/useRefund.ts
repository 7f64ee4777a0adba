import { computed, ref, shallowRef, watch } from 'vue'
import type { z } from 'zod'
import type { DocumentView, Tender } from '../../../contract/documents.ts'
import type { returnLine } from '../../../contract/returns.ts'
import { client } from '../../api/client.ts'
import { useAuthorized } from '../../api/useAuthorized.ts'
import { useCommand } from '../../api/useCommand.ts'
import type { Unanswered } from '../../api/useCommand.ts'
import { useLiveQuery } from '../../api/useLiveQuery.ts'
import { deviceRef } from '../../app/device.ts'

export type ReturnLineInput = z.input<typeof returnLine>

/** Back the way it came: debt first, then the tenders of the sale. */
export const AS_PAID = 'asPaid'
export type RefundChoice = Tender | typeof AS_PAID

interface RefundOptions {
  readonly customerId: () => number | null
  readonly lines: () => readonly ReturnLineInput[]
}

/** What a return gives back, how, and giving it. Only the shop knows the shares, so it is asked after each change. */
export function useRefund({ customerId, lines }: RefundOptions) {
  const tender = ref<RefundChoice>(AS_PAID)
  const reason = ref('')
  const done = shallowRef<DocumentView | null>(null)
  const asked = computed(() => ({ customerId: customerId(), lines: [...lines()] }))
  const { send, asking } = useAuthorized(client.returns.returnGoods)
  const { run, busy, refusal } = useCommand(send, deviceRef('return.unanswered', readUnanswered))

  const pricing = useLiveQuery({
    key: () => ['returns.price', asked.value],
    load: (signal) => client.returns.price(asked.value, { signal }),
    topics: ['returns', 'exchanges', 'corrections', 'collections'],
    enabled: () => asked.value.lines.length > 0,
    keep: true,
  })
  const total = computed(() => (asked.value.lines.length > 0 ? (pricing.data.value?.total ?? 0) : 0))
  const proposed = computed(() => (asked.value.lines.length > 0 ? (pricing.data.value?.proposed ?? []) : []))
  const ready = computed(() => asked.value.lines.length > 0 && !pricing.loading.value && !pricing.refusal.value)

  async function give(): Promise<void> {
    if (!ready.value) return
    const chosen = tender.value === AS_PAID ? proposed.value : [{ tender: tender.value, amount: total.value }]
    const tenders = total.value > 0 ? chosen : []
    const given = await run({ ...asked.value, tenders, expectedTotal: total.value, reason: reason.value.trim() })
    if (given) done.value = given
    else if (refusal.value?.code === 'TOTAL_CHANGED') await pricing.refresh()
  }

  watch(asked, () => (refusal.value = null))

  return {
    asking,
    total,
    ready,
    tender,
    proposed,
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
