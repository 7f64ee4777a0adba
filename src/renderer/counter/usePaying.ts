import { computed, ref } from 'vue'
import { storeToRefs } from 'pinia'
import type { OpenBasket } from '../../contract/baskets.ts'
import type { Tender } from '../../contract/documents.ts'
import { client } from '../api/client.ts'
import { isUncertain } from '../api/refusal.ts'
import { useSession } from '../session/session.ts'
import { useCurrentShift } from '../shift/useShift.ts'
import { tenderOfPaymentCode } from '../scans/paymentCode.ts'
import { formats } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { isEmptySale } from './basket.ts'
import { useLastSale } from './lastSale.ts'
import type { useBasket } from './useBasket.ts'
import type { useFinder } from './useFinder.ts'
import type { usePricing } from './usePricing.ts'
import type { useSaid } from './useSaid.ts'
import { useSelling } from './useSelling.ts'
import { useTaking } from './useTaking.ts'

export type Step = 'basket' | 'paying' | 'done'

interface Surroundings {
  readonly basket: ReturnType<typeof useBasket>
  readonly finder: ReturnType<typeof useFinder>
  readonly pricing: ReturnType<typeof usePricing>
  readonly said: ReturnType<typeof useSaid>
}

/** From the basket to the money and the document. Nothing is paid that was not meant to be. */
export function usePaying({ basket, finder, pricing, said }: Surroundings) {
  const { can } = useSession()
  const shift = useCurrentShift()
  const selling = useSelling()
  const { sale: last } = storeToRefs(useLastSale())
  const parts = computed({ get: () => basket.sale.value.parts, set: (entered) => basket.setParts(entered) })
  const taking = useTaking(pricing.quote, parts, finder.text)
  const step = ref<Step>(parts.value.length > 0 ? 'paying' : 'basket')
  const needsShift = computed(() => shift.data.value === null)
  /** Counts the Enters that come to nothing without a shift: each leads to where it is opened. */
  const shiftWanted = ref(0)
  /** Yesterday's shift, which is counted and closed before anything is sold. */
  const forgotten = computed(() => (shift.data.value?.forgotten ? shift.data.value : null))

  /** The money was being taken when the counter stopped: it goes on there. */
  async function resume(): Promise<void> {
    if (parts.value.length === 0) return
    step.value = 'paying'
    await pricing.settled()
    if (pricing.fresh.value) taking.begin()
  }

  /** What was sold here before this start, or without an answer; null when it is known already. */
  async function rememberLast(booked: OpenBasket['lastSale']): Promise<OpenBasket['lastSale']> {
    if (!booked) return null
    selling.answered(booked.requestId)
    if (last.value && last.value.id >= booked.documentId) return null
    if (can('documents.view')) last.value = await client.documents.get({ documentId: booked.documentId })
    return booked
  }

  /** Nobody is asked for a sum that is not the basket's: where the shop refuses its price, the reason stands there already. */
  async function checkout(): Promise<void> {
    if (step.value !== 'basket') return
    if (needsShift.value) shiftWanted.value += 1
    if (isEmptySale(basket.sale.value)) return
    await pricing.settled()
    if (!pricing.fresh.value) return
    if (needsShift.value) said.refuse({ code: 'NO_OPEN_SHIFT', data: {} })
    else if (forgotten.value) {
      const { number, businessDay } = forgotten.value
      said.refuse({ code: 'SHIFT_OF_YESTERDAY', data: { number, businessDay } })
    } else {
      taking.begin()
      step.value = 'paying'
    }
  }

  async function pay(typed: string, paper?: 'none'): Promise<void> {
    said.hush()
    await pricing.settled()
    if (!pricing.fresh.value) return
    const given = typed === '' ? null : parseDecimal(typed, formats.decimals)
    if (typed !== '' && (given === null || given < 0)) {
      said.complain('not.amount')
      return
    }
    const before = taking.parts.value
    const paid = taking.accept(given)
    if (typeof paid === 'string') {
      if (paid === 'SURE') finder.text.value = typed
      said.complain(paid)
    } else if (paid && !(await sell(paper))) {
      // What is not known to have failed is asked again just as it was.
      const uncertain = selling.refusal.value !== null && isUncertain(selling.refusal.value)
      if (!uncertain) taking.parts.value = before
    }
  }

  async function sell(paper: 'none' | undefined): Promise<boolean> {
    const { asked, quote } = pricing
    await basket.kept.settled()
    const sold = await selling.run({
      sale: basket.sale.value,
      basket: asked.value.basket,
      due: quote.value.due,
      tenders: taking.parts.value.map((part) => ({ ...part })),
      paper,
    })
    if (!sold) {
      if (selling.refusal.value?.code === 'TOTAL_CHANGED') await pricing.reprice()
      return false
    }
    last.value = sold
    basket.begin()
    finder.clear()
    step.value = 'done'
    return true
  }

  /** A customer's payment code only chooses its tender, wherever the sale stands, and is forgotten. */
  async function payByCode(code: string): Promise<boolean> {
    const tender = tenderOfPaymentCode(code)
    if (!tender) return false
    if (isEmptySale(basket.sale.value)) {
      said.say('paysNothingYet')
      return true
    }
    await chooseTender(tender)
    if (step.value === 'paying') said.say('collectsNothing')
    return true
  }

  /** @returns whether a customer must be chosen first */
  async function chooseTender(tender: Tender): Promise<boolean> {
    said.hush()
    await checkout()
    if (step.value !== 'paying') return false
    const needsCustomer = tender === 'onAccount' || tender === 'storeCredit'
    if (needsCustomer && basket.sale.value.customer === null) return true
    taking.choose(tender)
    return false
  }

  return {
    ...{ step, needsShift, shiftWanted, forgotten, shift, selling, taking, last },
    ...{ checkout, pay, payByCode, chooseTender, resume, rememberLast },
  }
}
