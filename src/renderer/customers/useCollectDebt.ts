import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { DocumentView, Tender } from '../../contract/documents.ts'
import { TENDERS } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import type { Unanswered } from '../api/useCommand.ts'
import { useLiveQuery } from '../api/useLiveQuery.ts'
import { deviceRef } from '../app/device.ts'

type CollectTender = Exclude<Tender, 'onAccount'>

/** What one tender pays of a collection. */
export interface Part {
  readonly tender: CollectTender
  readonly amount: number
  /** What was handed over in cash. */
  readonly received?: number
}

/** 收欠款 takes all but what makes a debt. */
export const COLLECT_TENDERS = TENDERS.filter((tender) => tender !== 'onAccount')

/** A customer's open documents, which of them are paid, with which tenders and how much of each. */
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
  /** Tenders that were entered before the one that is being entered (组合收款). */
  const before = shallowRef<readonly Part[]>([])
  const left = computed(() => most.value - paidBy(before.value))
  watch(left, (value) => (amount.value = Math.max(0, value)), { immediate: true })
  const change = computed(() =>
    tender.value === 'cash' && received.value !== null ? received.value - (amount.value ?? 0) : 0,
  )
  const parts = computed(() => {
    const paid = amount.value ?? 0
    const cash = tender.value === 'cash' && received.value !== null ? { received: received.value } : {}
    return paid > 0 ? joined(before.value, { tender: tender.value, amount: paid, ...cash }) : before.value
  })
  const total = computed(() => paidBy(parts.value))
  const tooMuch = computed(() => total.value > most.value)
  const ready = computed(() => total.value > 0 && !tooMuch.value && change.value >= 0)
  /** Something is paid by this tender, and something is left for another. */
  const mayAdd = computed(() => ready.value && (amount.value ?? 0) > 0 && total.value < most.value)

  /** Lets another tender pay a part too: the rest is proposed for it. */
  function add(): void {
    if (!mayAdd.value) return
    before.value = parts.value
    tender.value = COLLECT_TENDERS.find((one) => !before.value.some((part) => part.tender === one)) ?? 'cash'
    received.value = null
  }

  function remove(wanted: CollectTender): void {
    before.value = before.value.filter((part) => part.tender !== wanted)
  }

  const { run, busy, refusal } = useCommand(client.collections.collect, deviceRef('collect.unanswered', readUnanswered))

  async function collect(): Promise<DocumentView | undefined> {
    if (!ready.value) return undefined
    return run({
      customerId: customerId(),
      tenders: [...parts.value],
      ...(chosenDebts.value.length === 0 ? {} : { allocations: shares(total.value, chosenDebts.value) }),
    })
  }

  return {
    ...{ open, debts, chosen, most, tender, amount, received, change, tooMuch, ready, busy, refusal, collect },
    ...{ before, total, mayAdd, add, remove },
  }
}

const paidBy = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.amount, 0)

/** One row per tender: the same one again adds up, and cash that was not counted out was exact. */
export function joined(parts: readonly Part[], { tender, amount, received }: Part): Part[] {
  const same = parts.find((part) => part.tender === tender)
  const others = parts.filter((part) => part.tender !== tender)
  const isCounted = received !== undefined || same?.received !== undefined
  const handed = (received ?? amount) + (same ? (same.received ?? same.amount) : 0)
  return [...others, { tender, amount: amount + (same?.amount ?? 0), ...(isCounted ? { received: handed } : {}) }]
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
