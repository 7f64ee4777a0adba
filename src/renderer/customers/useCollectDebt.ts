import { computed, reactive, ref, watch } from 'vue'
import type { DocumentView, Tender } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import type { Unanswered } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { deviceRef } from '../app/device.ts'

type CollectTender = Exclude<Tender, 'onAccount'>

/** A customer's open documents, which of them are paid, with what and how much. */
export function useCollectDebt(customerId: () => number) {
  const open = useLiveQuery({
    key: () => ['collections.open', customerId()],
    load: (signal) => client.collections.open({ customerId: customerId() }, { signal }),
    topics: ['orders', 'returns', 'exchanges', 'corrections', 'collections', 'customers'],
  })
  const debts = computed(() => open.data.value?.debts ?? [])
  const chosen = reactive(new Set<number>())
  const chosenDebts = computed(() => debts.value.filter(({ documentId }) => chosen.has(documentId)))
  /** All that is owed, or what the chosen documents come to. */
  const most = computed(() => {
    const owed = Math.max(0, open.data.value?.owed ?? 0)
    const ticked = chosenDebts.value.reduce((sum, debt) => sum + debt.open, 0)
    return chosenDebts.value.length === 0 ? owed : ticked
  })

  const tender = ref<CollectTender>('cash')
  const amount = ref<number | null>(null)
  const received = ref<number | null>(null)
  watch(most, (value) => (amount.value = value), { immediate: true })
  const change = computed(() =>
    tender.value === 'cash' && received.value !== null ? received.value - (amount.value ?? 0) : 0,
  )
  const tooMuch = computed(() => (amount.value ?? 0) > most.value)
  const ready = computed(() => (amount.value ?? 0) > 0 && !tooMuch.value && change.value >= 0)

  const { run, busy, refusal } = useCommand(client.collections.collect, deviceRef('collect.unanswered', readUnanswered))

  async function collect(): Promise<DocumentView | undefined> {
    if (!ready.value) return undefined
    const paid = amount.value ?? 0
    const cash = tender.value === 'cash' && received.value !== null ? { received: received.value } : {}
    return run({
      customerId: customerId(),
      tenders: [{ tender: tender.value, amount: paid, ...cash }],
      ...(chosenDebts.value.length === 0 ? {} : { allocations: shares(paid, chosenDebts.value) }),
    })
  }

  return { open, debts, chosen, most, tender, amount, received, change, tooMuch, ready, busy, refusal, collect }
}

interface Share {
  readonly documentId: number
  readonly amount: number
}

/** The chosen documents are paid in their order, the oldest first, as far as the money goes. */
export function shares(
  paid: number,
  debts: readonly { readonly documentId: number; readonly open: number }[],
): Share[] {
  let left = paid
  return debts.flatMap(({ documentId, open }) => {
    const amount = Math.min(open, left)
    left -= amount
    return amount > 0 ? [{ documentId, amount }] : []
  })
}

function readUnanswered(stored: unknown): Unanswered | null {
  const value = stored as Partial<Unanswered> | null
  return typeof value?.wish === 'string' && typeof value.requestId === 'string' ? (value as Unanswered) : null
}
