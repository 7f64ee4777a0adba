import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ulid } from 'ulid'
import { client } from '../api/client.ts'
import { onChange } from '../api/live.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { useAuthorized } from '../api/useAuthorized.ts'
import type { VoidedSale } from '../../contract/corrections.ts'
import type { ParkedSale } from '../../contract/baskets.ts'
import type { DocumentView, Tender } from '../../contract/documents.ts'
import type { Tile } from '../../contract/tiles.ts'
import type { TakenScan } from '../scans/takers.ts'
import { MOST_LENGTH } from '../scans/whatIs.ts'
import { formats, QUANTITY_DECIMALS } from '../ui/formats.ts'
import { parseDecimal } from '../ui/numbers.ts'
import { isEmptySale, nextRoundOff, nextUnit, reopened } from './basket.ts'
import type { Buyer, Seller } from './basket.ts'
import { soundWaiting, soundWrong } from './sound.ts'
import type { Split } from './parked/splitLines.ts'
import { useAsk } from './useAsk.ts'
import { useBasket } from './useBasket.ts'
import { useBooked } from './useBooked.ts'
import { useFinder } from './useFinder.ts'
import type { Found } from './useFinder.ts'
import { useGoods } from './useGoods.ts'
import { useInOrder } from './useInOrder.ts'
import { useLineEditing } from './useLineEditing.ts'
import { useOtherScans } from './useOtherScans.ts'
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
  const otherwise = useOtherScans({ payByCode, choose: pick })
  const goods = useGoods({ basket, finder, asking, complain, otherwise, put })
  const removing = useRemoving(basket, pricing.quote)
  const parking = useParking(basket, asking, pricing.quote)
  const lastBooked = useBooked(said)
  const drawer = useAuthorized(client.drawer.openWithoutSale)
  /** What waits for somebody's PIN. */
  const authorizing = computed(() => selling.asking.value ?? parking.parked.asking.value ?? drawer.asking.value)

  const panel = ref<Panel | null>(null)
  /** Why the kept basket could not be read. */
  const lost = shallowRef<Refusal | null>(null)
  const selected = computed(() => basket.sale.value.items.find((item) => item.key === basket.sale.value.selected))
  const isEmpty = computed(() => isEmptySale(basket.sale.value))
  // Whatever came into the basket, by scan or recalled: the sale before it is over.
  watch(isEmpty, (empty) => !empty && step.value === 'done' && (step.value = 'basket'), { flush: 'sync' })
  /** How many scans wait for those before them, and for the strip that is open. */
  const behind = ref(0)
  /** Grows with each action that was refused because a strip is open. */
  const held = ref(0)
  let tenderWanted: Tender | null = null
  /** Grows with everything that a person must see first: an Enter that was pressed before it means nothing any more. */
  let surprises = 0
  watch([asking.asked, authorizing], () => (surprises += 1), { flush: 'sync' })

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
    if (booked) lastBooked.tell(booked)
  }

  // What was refused because the screen was locked is read once it is open.
  const deafen = onChange(['baskets'], () => {
    if (lost.value && !basket.kept.loaded.value) void begin()
  })
  onScopeDispose(deafen)

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

  /** Whatever was open at the right, a scan is about the sale. */
  function scan({ code, whole, isPayment }: TakenScan): void {
    finder.clear()
    panel.value = null
    behind.value += 1
    if (isAsking()) soundWaiting()
    inOrder(async () => {
      behind.value -= 1
      said.hush()
      if (isPayment) await payByCode(code)
      else if (code.length > MOST_LENGTH) complain('unknownCode', { code: `${code.slice(0, MOST_LENGTH)}…` })
      else await goods.scanned(code, whole)
      tenderWanted = null
    })
  }

  const isAsking = (): boolean => asking.asked.value !== null || authorizing.value !== null

  /** A strip that is open is answered first: nothing else is begun that would wait unseen and happen later. */
  function isHeld(): boolean {
    if (!isAsking()) return false
    held.value += 1
    complain('answerFirst', {})
    return true
  }

  function enter(paper?: 'none'): void {
    if (isHeld()) return
    const submitted = finder.submit()
    const { typed } = submitted
    const seen = surprises
    inOrder(async () => {
      if (seen !== surprises) giveBack(typed)
      else if (editing.mode.value !== 'find') apply(typed)
      else if (await payByCode(typed)) return
      else if (step.value === 'paying') await paying.pay(typed, paper)
      else if (typed !== '') await goods.meant(submitted)
      else await paying.checkout()
    })
  }

  /** Whatever the field was used for, the money is what is spoken of now. */
  async function payByCode(code: string): Promise<boolean> {
    if (!(await paying.payByCode(code))) return false
    editing.cancel()
    return true
  }

  function giveBack(typed: string): void {
    if (typed !== '') finder.restore(typed)
  }

  function choose(found: Found): void {
    if (isHeld()) return
    finder.clear()
    inOrder(() => goods.take(found))
  }

  /** A tile is what a choice from the list is; a style opens its grid. */
  function chooseTile({ sku, productId }: Tile): void {
    if (isHeld()) return
    finder.clear()
    inOrder(() => (sku ? goods.take(sku) : goods.ofStyle(productId)))
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
    if (isHeld()) return
    inOrder(async () => {
      tenderWanted = (await paying.chooseTender(tender)) ? tender : null
      if (tenderWanted) panel.value = 'customer'
    })
  }

  function edit(mode: Parameters<typeof editing.begin>[0]): void {
    if (isHeld()) return
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

  /** Who served the sale, or one line of it. */
  function serve(seller: Seller | null, lineKey: number | null): void {
    if (lineKey === null) basket.setSalesperson(seller)
    else basket.setSellerOf(lineKey, seller)
  }

  /** The units that the selected line can be sold in. */
  const units = computed(() => pricing.quote.value.lines.get(selected.value?.key ?? 0)?.units ?? [])

  /** 换单位 of the selected line; its quantity stays to be typed. */
  function setUnit(unit: string): void {
    const line = selected.value
    if (line?.kind === 'item' && line.unit !== unit) basket.setUnit(line.key, unit)
  }

  const stepUnit = (by: number): void => setUnit(nextUnit(selected.value?.unit ?? '', units.value, by))

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
      if (said) await drawer.send({ requestId: ulid(), reason: said.reason })
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
    // Who buys next is a sale that has begun: what they owe is to be seen.
    if (step.value === 'done') step.value = 'basket'
    if (tenderWanted && customer) taking.choose(tenderWanted)
    closePanel()
  }

  /** Whatever is open is parked first: nothing is lost to a mistake put right. */
  function reopen(voided: VoidedSale): void {
    inOrder(async () => {
      if (!isEmpty.value) await parking.parkOpen()
      basket.reopen(reopened(voided, await buyerOf(voided.document)))
      step.value = 'basket'
    })
  }

  /** 拆单: with a parked sale as it lies, or with a new bill. */
  function split(parked: ParkedSale | null = null): void {
    if (!parked && isEmpty.value) return
    inOrder(async () => {
      await parking.beginSplit(parked)
      panel.value = 'split'
    })
  }

  function divide(split: Split): void {
    inOrder(async () => {
      await parking.divide(split)
      const refusal = parking.refusal()
      if (refusal) said.refuse(refusal)
    })
  }

  /** Lets another window go on: what waits for an answer is let go, what is on its way is waited for. */
  function settle(): Promise<void> {
    asking.answer(null)
    authorizing.value?.decide(false)
    return new Promise((resolve) => {
      inOrder(async () => {
        await basket.kept.settled()
        resolve()
      })
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
    /** The line that is selected once what was scanned before is there. */
    removeSelected: () => inOrder(() => removing.remove(selected.value)),
    ...{ serve, units, setUnit, stepUnit },
    ...{ edit, gift: () => inOrder(() => editing.gift(selected.value)), mode: editing.mode },
    ...{ finder, type, scan, enter, choose, chooseTile, checking: goods.checking },
    ...{ asked: asking.asked, answer: asking.answer, authorizing, behind, held, isHeld },
    ...{ quote: pricing.quote, fresh: pricing.fresh, taking, busy: selling.busy, sentence: said.sentence, step },
    ...{
      last: paying.last,
      needsShift: paying.needsShift,
      shiftWanted: paying.shiftWanted,
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
    ...{ split, divide, settle },
  }
}

/** With what they owe by now; who may not see that still sells to them. */
async function buyerOf({ customerId, customerName }: DocumentView): Promise<Buyer | null> {
  if (customerId === null) return null
  const owed = await client.customers.get({ customerId }).then(
    (customer) => customer.owed,
    () => 0,
  )
  return { id: customerId, name: customerName, owed }
}

export type Counter = ReturnType<typeof useCounter>
