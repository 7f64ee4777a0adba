import { computed, ref, shallowRef } from 'vue'
import type { Ref } from 'vue'
import { TENDERS } from '../../contract/documents.ts'
import type { Tender } from '../../contract/documents.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { formats } from '../ui/formats.ts'
import { changeOf, paidBy, receivedBy, take } from './payment.ts'
import type { Part, TakingRefusal } from './payment.ts'

/** The payment step: which tenders pay what. Cash is chosen from the start; typed digits are the money received. */
export function useTaking(due: Readonly<Ref<number>>, typed: Readonly<Ref<string>>) {
  const parts = shallowRef<readonly Part[]>([])
  const tender = ref<Tender>('cash')
  const left = computed(() => due.value - paidBy(parts.value))
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
    if (settled.value) return changeOf(parts.value)
    return tender.value === 'cash' ? Math.max(0, received.value - left.value) : 0
  })

  function begin(): void {
    parts.value = []
    tender.value = 'cash'
    doubted = null
  }

  /** Takes what was typed, or all that is left. Answers with true when everything is paid. */
  function accept(given: number | null): boolean | TakingRefusal {
    const sure = given !== null && given === doubted
    const taken = take(parts.value, due.value, { tender: tender.value, typed: given, decimals: formats.decimals, sure })
    doubted = taken === 'SURE' ? given : null
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

  return { parts, tender, left, received, change, isAmount, begin, accept, undoLast }
}

/** Cash, unless it has paid its part: then the first that has not. What needs a customer is never chosen unasked. */
function nextTender(parts: readonly Part[]): Tender {
  return (
    TENDERS.find((tender) => !NEED_CUSTOMER.includes(tender) && !parts.some((part) => part.tender === tender)) ?? 'cash'
  )
}

const NEED_CUSTOMER: readonly Tender[] = ['onAccount', 'storeCredit']
