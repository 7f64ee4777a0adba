import { computed, ref, shallowRef, watch } from 'vue'
import { ulid } from 'ulid'
import { client } from '../api/client.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import type { VoidedSale } from '../../contract/corrections.ts'
import type { ParkedSale } from '../../contract/baskets.ts'
import type { DocumentView, Tender } from '../../contract/documents.ts'
import { formats, moneyText, QUANTITY_DECIMALS } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { isEmptySale, nextRoundOff, reopened } from './basket.ts'
import type { Buyer } from './basket.ts'
import { soundWrong } from './sound.ts'
import { useAsk } from './useAsk.ts'
import { useBasket } from './useBasket.ts'
import { useFinder } from './useFinder.ts'
import type { Found } from './useFinder.ts'
import { useGoods } from './useGoods.ts'
import { useInOrder } from './useInOrder.ts'
import { useLineEditing } from './useLineEditing.ts'
import { useParking } from './useParking.ts'
import { usePaying } from './usePaying.ts'
import { usePricing } from './usePricing.ts'
import { useRemoving } from './useRemoving.ts'
import { useSaid } from './useSaid.ts'

/** What stands at the right instead of the money. */
export type Panel = 'customer' | 'parked' | 'split' | 'lastSale' | 'seller' | 'collect'

/** The counter: one field, a basket, the money. Everything happens in the order of the keys, whatever the shop's pace. */
export function useCounter() {
  const basket = useBasket(() => pricing.quote.value.due)
  const pricing = usePricing(basket.sale)
  const finder = useFinder(pricing.scan)
  const asking = useAsk()
  const said = useSaid(() => [paying.selling.refusal.value, pricing.refusal.value, finder.refusal.value])
  const inOrder = useInOrder((error) => said.refuse(toRefusal(error)))
  const paying = usePaying({ basket, finder, pricing, said })
  const { step, taking, selling } = paying
  const editing = useLineEditing(basket, asking)
  const goods = useGoods({ basket, finder, asking, complain, put })
  const removing = useRemoving(basket, pricing.quote)
  const parking = useParking(basket, asking, pricing.quote)

  const panel = ref<Panel | null>(null)
  /** Why the kept basket could not be read. */
  const lost = shallowRef<Refusal | null>(null)
  const selected = computed(() => basket.sale.value.items.find((item) => item.key === basket.sale.value.selected))
  const isEmpty = computed(() => isEmptySale(basket.sale.value))
  let tenderWanted: Tender | null = null
  /** Grows with everything that a person must see first: an Enter that was pressed before it means nothing any more. */
  let surprises = 0
  watch([asking.asked, selling.asking], () => (surprises += 1), { flush: 'sync' })

  /** Shows what the disk holds: after a power cut the basket is where it was, and the last sale says that it was booked. */
  async function begin(): Promise<void> {
    lost.value = null
    try {
      await basket.kept.load()
    } catch (error) {
      lost.value = toRefusal(error)
      return
    }
    await paying.resume()
    const booked = await paying.rememberLast(basket.kept.lastSale.value)
    if (booked) said.say('lastBooked', { number: booked.number, total: moneyText(booked.total) })
  }

  function complain(key: string, facts: Record<string, string>): void {
    surprises += 1
    soundWrong()
    said.complain(key, facts)
  }

  function type(text: string): void {
    said.hush()
    selling.clear()
    if (step.value !== 'paying' && editing.mode.value === 'find') finder.look(text)
  }

  function scan(code: string, whole: string): void {
    finder.clear()
    inOrder(async () => {
      said.hush()
      if (!paying.isPaymentCode(code)) await goods.scanned(code, whole)
    })
  }

  function enter(paper?: 'none'): void {
    if (asking.asked.value || selling.asking.value) return
    const submitted = finder.submit()
    const { typed } = submitted
    const seen = surprises
    inOrder(async () => {
      if (seen !== surprises) giveBack(typed)
      else if (editing.mode.value !== 'find') apply(typed)
      else if (step.value === 'paying') await paying.pay(typed, paper)
      else if (typed !== '') await goods.meant(submitted)
      else await paying.checkout()
    })
  }

  function giveBack(typed: string): void {
    if (typed !== '') finder.restore(typed)
  }

  function choose(found: Found): void {
    finder.clear()
    inOrder(() => goods.take(found))
  }

  /** Goods came into the basket: whatever went on, this is the basket's step again. */
  function put(): void {
    step.value = 'basket'
    editing.cancel()
  }

  function apply(typed: string): void {
    if (typed === '') editing.cancel()
    else if (!editing.apply(typed)) said.complain(`not.${editing.mode.value}`)
  }

  function chooseTender(tender: Tender): void {
    inOrder(async () => {
      tenderWanted = (await paying.chooseTender(tender)) ? tender : null
      if (tenderWanted) panel.value = 'customer'
    })
  }

  function edit(mode: Parameters<typeof editing.begin>[0]): void {
    said.hush()
    const ofSale = mode === 'saleDiscount' || mode === 'agreedTotal' || mode === 'note'
    if (!(ofSale ? !isEmpty.value : selected.value) || step.value === 'done') return
    step.value = 'basket'
    editing.begin(mode)
    finder.clear()
  }

  /** @returns whether that was a quantity, be it one that cannot be */
  function setQuantity(typed: string): boolean {
    if (!selected.value || parseDecimal(typed, QUANTITY_DECIMALS) === null) return false
    if (editing.setQuantity(selected.value.key, typed)) finder.clear()
    else said.complain('not.quantity')
    return true
  }

  /** 抹零 by key: one step further each time, and back to none. */
  function roundOff(): void {
    if (isEmpty.value) return
    taking.parts.value = []
    basket.setRoundOff(nextRoundOff(basket.sale.value.roundOff, formats.decimals))
  }

  /** 无码商品: sold by a typed name and price. */
  function quick(): void {
    inOrder(async () => {
      const item = await asking.ask({ kind: 'quick' })
      if (item) goods.quick(item)
    })
  }

  /** 空开钱箱: the drawer opens without a sale, and why is kept. */
  function openDrawer(): void {
    inOrder(async () => {
      const said = await asking.ask({ kind: 'openDrawer' })
      if (said) await client.drawer.openWithoutSale({ requestId: ulid(), reason: said.reason })
    })
  }

  function clear(): void {
    if (isEmpty.value) return
    removing.clear()
    back()
  }

  /** Esc: one step back, never two. */
  function back(): void {
    said.hush()
    selling.clear()
    if (asking.asked.value) asking.answer(null)
    else if (panel.value) closePanel()
    else if (finder.text.value !== '') finder.clear()
    else if (goods.checking.value) goods.checking.value = false
    else if (editing.mode.value !== 'find') editing.cancel()
    else if (step.value !== 'paying' || !taking.undoLast()) step.value = 'basket'
  }

  function pick(customer: Buyer | null): void {
    basket.setCustomer(customer)
    if (tenderWanted && customer) taking.choose(tenderWanted)
    closePanel()
  }

  /** Whatever is open is parked first: nothing is lost to a mistake put right. */
  function reopen(voided: VoidedSale): void {
    inOrder(async () => {
      if (!isEmpty.value) await parking.parkOpen()
      basket.reopen(reopened(voided, buyerOf(paying.last.value)))
      step.value = 'basket'
    })
  }

  function open(wanted: Panel): void {
    panel.value = panel.value === wanted ? null : wanted
  }

  function closePanel(): void {
    panel.value = null
    tenderWanted = null
  }

  /** From wherever the sale stands: all that is left is paid, and no paper comes. */
  function finishNow(): void {
    if (step.value === 'basket' && finder.text.value !== '') return
    inOrder(paying.checkout)
    enter('none')
  }

  return {
    ...{ basket, sale: basket.sale, selected, isEmpty, setQuantity, clear, quick, roundOff, openDrawer },
    ...{ remove: removing.remove, removeReturned: removing.removeReturned },
    ...{ edit, gift: () => inOrder(() => editing.gift(selected.value)), mode: editing.mode },
    ...{ finder, type, scan, enter, choose, checking: goods.checking },
    ...{ asked: asking.asked, answer: asking.answer, authorizing: selling.asking },
    ...{ quote: pricing.quote, fresh: pricing.fresh, taking, busy: selling.busy, sentence: said.sentence, step },
    ...{
      last: paying.last,
      needsShift: paying.needsShift,
      forgotten: paying.forgotten,
      shiftOpened: paying.shift.replace,
    },
    ...{ checkout: () => inOrder(paying.checkout), chooseTender, finishNow, back },
    ...{ panel, open, closePanel, pick, parking, park: () => inOrder(parking.park), reopen },
    ...{
      recall: (wanted: ParkedSale) => inOrder(() => parking.recall(wanted)),
      loaded: basket.kept.loaded,
      lost,
      begin,
    },
  }
}

function buyerOf(sale: DocumentView | null): Buyer | null {
  if (!sale || sale.customerId === null) return null
  return { id: sale.customerId, name: sale.customerName, owed: 0 }
}

export type Counter = ReturnType<typeof useCounter>
