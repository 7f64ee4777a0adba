import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { ulid } from 'ulid'
import { client } from '../api/client.ts'
import { onChange } from '../api/live.ts'
import { toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'
import { useAuthorized } from '../api/useAuthorized.ts'
import type { Tender } from '../../contract/documents.ts'
import type { Tile } from '../../contract/tiles.ts'
import { formats } from '../ui/formats.ts'
import { isEmptySale, nextRoundOff } from './basket.ts'
import { useAsk } from './useAsk.ts'
import { useBasket } from './useBasket.ts'
import { useBills } from './useBills.ts'
import { useBooked } from './useBooked.ts'
import { useCounterScans } from './useCounterScans.ts'
import { useFinder } from './useFinder.ts'
import type { Found } from './useFinder.ts'
import { useGoods } from './useGoods.ts'
import { useHolding } from './useHolding.ts'
import { useInOrder } from './useInOrder.ts'
import { useLineEditing } from './useLineEditing.ts'
import { useOtherScans } from './useOtherScans.ts'
import { usePanel } from './usePanel.ts'
import { useParking } from './useParking.ts'
import { usePaying } from './usePaying.ts'
import { usePricing } from './usePricing.ts'
import { useRemoving } from './useRemoving.ts'
import { useSaid } from './useSaid.ts'
import { useSelectedLine } from './useSelectedLine.ts'

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
  const line = useSelectedLine({ basket, editing, finder, pricing, said })
  const { selected } = line
  const panels = usePanel({ basket, paying })
  const otherwise = useOtherScans({ payByCode, choose: panels.pick })
  const removing = useRemoving(basket, pricing.quote)
  const parking = useParking(basket, asking, pricing.quote)
  const bills = useBills({ basket, inOrder, panels, parking, paying, said })
  const lastBooked = useBooked(said)
  const drawer = useAuthorized(client.drawer.openWithoutSale)
  /** What waits for somebody's PIN. */
  const authorizing = computed(() => selling.asking.value ?? parking.parked.asking.value ?? drawer.asking.value)
  const holding = useHolding({ asking, authorizing, said })
  const { isHeld } = holding
  const goods = useGoods({ basket, finder, asking, complain: holding.complain, otherwise, put })
  const scans = useCounterScans({ goods, holding, inOrder, said, payByCode, makeWay, understood: panels.forgetTender })

  /** Why the kept basket could not be read. */
  const lost = shallowRef<Refusal | null>(null)
  const isEmpty = computed(() => isEmptySale(basket.sale.value))
  // Whatever came into the basket, by scan or recalled: the sale before it is over.
  watch(isEmpty, (empty) => !empty && step.value === 'done' && (step.value = 'basket'), { flush: 'sync' })

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

  function type(text: string): void {
    said.hush()
    selling.clear()
    if (step.value !== 'paying' && editing.mode.value === 'find') finder.look(text)
  }

  /** Whatever was open at the right, a scan is about the sale. */
  function makeWay(): void {
    finder.clear()
    panels.hide()
  }

  function enter(paper?: 'none'): void {
    if (isHeld()) return
    const submitted = finder.submit()
    const { typed } = submitted
    const seen = holding.surprises()
    inOrder(async () => {
      if (seen !== holding.surprises()) giveBack(typed)
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
    inOrder(() => panels.chooseTender(tender))
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
    else if (panels.panel.value) panels.close()
    else if (finder.text.value !== '') finder.clear()
    else if (goods.checking.value) goods.checking.value = false
    else if (editing.mode.value !== 'find') editing.cancel()
    else if (step.value !== 'paying' || !taking.undoLast()) step.value = 'basket'
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

  /** From wherever the sale stands: all that is left is paid, and no paper comes. */
  function finishNow(): void {
    if (step.value === 'basket' && finder.text.value !== '') return
    inOrder(paying.checkout)
    enter('none')
  }

  return {
    ...{ basket, sale: basket.sale, isEmpty, clear, quick, roundOff, openDrawer },
    ...line,
    ...{ remove: removing.remove, removeReturned: removing.removeReturned },
    /** The line that is selected once what was scanned before is there. */
    removeSelected: () => inOrder(() => removing.remove(selected.value)),
    ...{ edit, gift: () => inOrder(() => editing.gift(selected.value)), mode: editing.mode },
    ...{ finder, type, ...scans, enter, choose, chooseTile, checking: goods.checking },
    ...{ asked: asking.asked, answer: asking.answer, authorizing, held: holding.held, isHeld },
    ...{ quote: pricing.quote, fresh: pricing.fresh, taking, busy: selling.busy, sentence: said.sentence, step },
    ...{
      last: paying.last,
      needsShift: paying.needsShift,
      shiftWanted: paying.shiftWanted,
      forgotten: paying.forgotten,
      shiftOpened: paying.shift.replace,
    },
    ...{ checkout: () => inOrder(paying.checkout), chooseTender, finishNow, back },
    ...{ panel: panels.panel, open: panels.open, closePanel: panels.close, pick: panels.pick, parking, ...bills },
    ...{ loaded: basket.kept.loaded, lost, begin, settle },
  }
}

export type Counter = ReturnType<typeof useCounter>
