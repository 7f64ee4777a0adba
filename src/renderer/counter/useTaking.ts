import { computed, ref } from 'vue'
import type { Ref } from 'vue'
import { TENDERS } from '../../contract/documents.ts'
import type { Tender } from '../../contract/documents.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { formats } from '../ui/formats.ts'
import { changeOf, giveBack, paidBy, receivedBy, take } from './payment.ts'
import type { Part, TakingRefusal } from './payment.ts'

interface Sums {
  /** What is to be paid; below zero, what is given back. */
  readonly due: number
  /** How the shop would give it back. */
  readonly proposed: readonly Part[]
}

/**
 * The payment step: which tenders pay what, or give back what. Cash is chosen from the start; typed digits are the money.
 * @param parts what was entered so far; it is kept with the basket
 */
export function useTaking(sums: Readonly<Ref<Sums>>, parts: Ref<readonly Part[]>, typed: Readonly<Ref<string>>) {
  const tender = ref<Tender>('cash')
  const refunds = computed(() => sums.value.due < 0)
  const due = computed(() => Math.abs(sums.value.due))
  const left = computed(() => due.value - paidBy(parts.value))
  /** Nobody chose another way: the shop's own proposal stands. */
  const asProposed = ref(true)
  /** What was typed once already though it is surprisingly much. */
  let doubted: number | null = null

  const amount = computed(() => parseDecimal(typed.value, formats.decimals))
  const isAmount = computed(() => typed.value.trim() === '' || (amount.value ?? -1) >= 0)
  /** All is paid and the shop is being told. */
  const settled = computed(() => parts.value.length > 0 && left.value === 0)
  const received = computed(() => {
    if (settled.value) return receivedBy(parts.value)
    return typed.value.trim() === '' ? left.value : (amount.value ?? 0)
  })
  const change = computed(() => {
    if (refunds.value) return 0
    if (settled.value) return changeOf(parts.value)
    return tender.value === 'cash' ? Math.max(0, received.value - left.value) : 0
  })

  /** Tenders that were entered before stay as long as they are not too much. */
  function begin(): void {
    if (paidBy(parts.value) > due.value) parts.value = []
    tender.value = parts.value.length > 0 ? nextTender(parts.value) : 'cash'
    asProposed.value = true
    doubted = null
  }

  function choose(wanted: Tender): void {
    tender.value = wanted
    asProposed.value = false
  }

  /** Takes what was typed, or all that is left. Answers with true when everything is paid. */
  function accept(given: number | null): boolean | TakingRefusal {
    if (refunds.value) return finish(refund(given))
    const sure = given !== null && given === doubted
    const taken = take(parts.value, due.value, { tender: tender.value, typed: given, decimals: formats.decimals, sure })
    doubted = taken === 'SURE' ? given : null
    return finish(taken)
  }

  function refund(given: number | null): ReturnType<typeof giveBack> {
    const { proposed } = sums.value
    const isProposal = asProposed.value && given === null && parts.value.length === 0
    if (isProposal && paidBy(proposed) === due.value) return { parts: proposed, finished: true }
    return giveBack(parts.value, due.value, { tender: tender.value, typed: given })
  }

  function finish(taken: ReturnType<typeof take>): boolean | TakingRefusal {
    if (typeof taken === 'string') return taken
    parts.value = taken.parts
    if (!taken.finished) tender.value = nextTender(taken.parts)
    return taken.finished
  }

  /** Takes the last tender back; false when there was none. */
  function undoLast(): boolean {
    if (parts.value.length === 0) return false
    parts.value = parts.value.slice(0, -1)
    return true
  }

  return { parts, tender, refunds, left, received, change, isAmount, begin, choose, accept, undoLast }
}

/** Cash, unless it has paid its part: then the first that has not. What needs a customer is never chosen unasked. */
function nextTender(parts: readonly Part[]): Tender {
  return (
    TENDERS.find((tender) => !NEED_CUSTOMER.includes(tender) && !parts.some((part) => part.tender === tender)) ?? 'cash'
  )
}

const NEED_CUSTOMER: readonly Tender[] = ['onAccount', 'storeCredit']
