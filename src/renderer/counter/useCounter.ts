import { computed, ref } from 'vue'
import { storeToRefs } from 'pinia'
import { useI18n } from 'vue-i18n'
import type { Tender } from '../../contract/documents.ts'
import type { Permission } from '../../contract/permissions.ts'
import { isUncertain, toRefusal } from '../api/refusal.ts'
import { notify } from '../app/notices.ts'
import { useSession } from '../session/session.ts'
import { useCurrentShift } from '../shift/useShift.ts'
import { formats } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import type { BasketItem, Buyer } from './basket.ts'
import { useLastSale } from './lastSale.ts'
import { tenderOfPaymentCode } from './paymentCode.ts'
import { soundWrong } from './sound.ts'
import { useBasket } from './useBasket.ts'
import { useFinder } from './useFinder.ts'
import type { Found, Submitted } from './useFinder.ts'
import { useInOrder } from './useInOrder.ts'
import { useLineEditing } from './useLineEditing.ts'
import type { Mode } from './useLineEditing.ts'
import { usePricing } from './usePricing.ts'
import { useSaid } from './useSaid.ts'
import { useSelling } from './useSelling.ts'
import { useTaking } from './useTaking.ts'

export type Step = 'basket' | 'paying' | 'done'

/** The counter: one field, a basket, the money. Everything happens in the order of the keys, whatever the shop's pace. */
export function useCounter() {
  const { t } = useI18n()
  const { can } = useSession()
  const basket = useBasket()
  const pricing = usePricing(basket.sale)
  const finder = useFinder(pricing.scan)
  const editing = useLineEditing(basket)
  const total = computed(() => pricing.quote.value.basket.total)
  const taking = useTaking(total, finder.text)
  const selling = useSelling()
  const shift = useCurrentShift()
  const said = useSaid(() => [selling.refusal.value, pricing.refusal.value, finder.refusal.value])
  const inOrder = useInOrder((error) => said.refuse(toRefusal(error)))

  const step = ref<Step>('basket')
  const picking = ref(false)
  const { sale: last } = storeToRefs(useLastSale())
  const selected = computed(() => basket.sale.value.items.find((item) => item.key === basket.sale.value.selected))
  const isEmpty = computed(() => basket.sale.value.items.length === 0)
  const needsShift = computed(() => shift.data.value === null)
  /** Yesterday's shift, which is counted and closed before anything is sold. */
  const forgotten = computed(() => (shift.data.value?.forgotten ? shift.data.value : null))
  let accountWanted = false

  function type(text: string): void {
    said.hush()
    selling.clear()
    if (step.value !== 'paying' && editing.mode.value === 'find') finder.look(text)
  }

  /** @param whole what stands in the field, in case a slow moment cut the code in two */
  function scan(code: string, whole: string): void {
    finder.clear()
    inOrder(async () => {
      said.hush()
      if (step.value === 'paying' && isPaymentCode(code)) return
      const found = (await pricing.scan(code)) ?? (whole === code ? null : await pricing.scan(whole))
      if (found) put(found)
      else complain('unknownCode', { code })
    })
  }

  /** A customer's payment code only chooses its tender. */
  function isPaymentCode(code: string): boolean {
    const tender = tenderOfPaymentCode(code)
    if (!tender) return false
    taking.tender.value = tender
    said.say('collectsNothing')
    return true
  }

  function enter(): void {
    const submitted = finder.submit()
    const { typed } = submitted
    inOrder(async () => {
      if (editing.mode.value !== 'find') apply(typed)
      else if (step.value === 'paying') await pay(typed)
      else if (typed !== '') await putMeant(submitted)
      else checkout()
    })
  }

  async function putMeant(submitted: Submitted): Promise<void> {
    const found = await finder.meant(submitted)
    if (found) {
      put(found)
      return
    }
    finder.restore(submitted.typed)
    complain('nothingFound', { text: submitted.typed })
  }

  function choose(found: Found): void {
    finder.clear()
    put(found)
  }

  function put(found: Found): void {
    const { skuId, code, title, variant, unit, scannedUnit } = found
    basket.add({ skuId, code, title, variant, unit: scannedUnit ?? unit })
    step.value = 'basket'
    editing.cancel()
  }

  function complain(key: string, facts: Record<string, string>): void {
    soundWrong()
    said.complain(key, facts)
  }

  function apply(typed: string): void {
    if (typed === '') editing.cancel()
    else if (!editing.apply(typed)) said.complain(`not.${editing.mode.value}`)
  }

  function checkout(): void {
    if (isEmpty.value || step.value !== 'basket') return
    if (needsShift.value) said.refuse({ code: 'NO_OPEN_SHIFT', data: {} })
    else if (forgotten.value) {
      const { number, businessDay } = forgotten.value
      said.refuse({ code: 'SHIFT_OF_YESTERDAY', data: { number, businessDay } })
    } else {
      taking.begin()
      step.value = 'paying'
    }
  }

  async function pay(typed: string): Promise<void> {
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
    } else if (paid && !(await sell())) {
      // What is not known to have failed is asked again just as it was.
      const uncertain = selling.refusal.value !== null && isUncertain(selling.refusal.value)
      if (!uncertain) taking.parts.value = before
    }
  }

  async function sell(): Promise<boolean> {
    const tenders = taking.parts.value.map((part) => ({ ...part }))
    const sold = await selling.run({ ...pricing.asked.value, tenders, expectedTotal: total.value, note: '' })
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

  function chooseTender(tender: Tender): void {
    inOrder(() => {
      said.hush()
      checkout()
      if (step.value !== 'paying') return
      if (tender === 'onAccount' && lacks('sales.onAccount')) return
      accountWanted = tender === 'onAccount' && basket.sale.value.customer === null
      picking.value = accountWanted
      if (!accountWanted) taking.tender.value = tender
    })
  }

  function lacks(permission: Permission): boolean {
    if (can(permission)) return false
    said.refuse({ code: 'FORBIDDEN', data: { permission } })
    return true
  }

  function edit(mode: Mode): void {
    said.hush()
    const hasObject = mode === 'saleDiscount' ? !isEmpty.value : selected.value !== undefined
    if (!hasObject || step.value === 'done') return
    step.value = 'basket'
    const missing = editing.begin(mode, can)
    if (missing) lacks(missing)
    else finder.clear()
  }

  function roundOff(): void {
    if (isEmpty.value || lacks('sales.discount')) return
    taking.parts.value = []
    basket.setRoundOff(!basket.sale.value.roundOff)
  }

  function setQuantity(typed: string): boolean {
    if (!selected.value || !editing.setQuantity(selected.value.key, typed)) return false
    finder.clear()
    return true
  }

  function remove(item: BasketItem | undefined): void {
    if (!item) return
    basket.remove(item.key)
    notify({ text: t('counter.removed', { title: item.title }), action: { label: t('common.undo'), run: basket.undo } })
  }

  function clear(): void {
    if (isEmpty.value) return
    basket.clear()
    back()
    notify({ text: t('counter.cleared'), action: { label: t('common.undo'), run: basket.undo } })
  }

  /** Esc: one step back, never two. */
  function back(): void {
    said.hush()
    selling.clear()
    if (finder.text.value !== '') finder.clear()
    else if (editing.mode.value !== 'find') editing.cancel()
    else if (step.value !== 'paying' || !taking.undoLast()) step.value = 'basket'
  }

  function pick(customer: Buyer | null): void {
    basket.setCustomer(customer)
    if (accountWanted && customer) taking.tender.value = 'onAccount'
    stopPicking()
  }

  function stopPicking(): void {
    picking.value = false
    accountWanted = false
  }

  /** From wherever the sale stands: all that is left is paid, and no paper comes. */
  function finishNow(): void {
    if (step.value === 'basket' && finder.text.value !== '') return
    inOrder(checkout)
    enter()
  }

  return {
    ...{
      sale: basket.sale,
      selected,
      isEmpty,
      select: basket.select,
      stepLine: basket.step,
      setQuantity,
      remove,
      clear,
    },
    ...{ setItemQuantity: basket.setQuantity, edit, roundOff, mode: editing.mode },
    ...{ finder, text: finder.text, type, scan, enter, choose },
    ...{ quote: pricing.quote, fresh: pricing.fresh, taking, busy: selling.busy, sentence: said.sentence, last, step },
    ...{
      needsShift,
      forgotten,
      shiftOpened: shift.replace,
      checkout: () => inOrder(checkout),
      chooseTender,
      finishNow,
      back,
    },
    ...{ picking, pick, stopPicking },
  }
}

export type Counter = ReturnType<typeof useCounter>
