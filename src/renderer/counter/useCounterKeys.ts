import { useRouter } from 'vue-router'
import { useSession } from '../session/session.ts'
import { lineKeyOf } from './keys.ts'
import type { CounterAction, LineKey } from './keys.ts'
import type { Counter } from './useCounter.ts'

/** What the keys and buttons of the counter do. */
export function useCounterKeys(counter: Counter) {
  const router = useRouter()
  const { can } = useSession()

  const ACTIONS: Readonly<Record<Exclude<CounterAction['do'], 'tender'>, () => void>> = {
    find: counter.closePanel,
    customer: () => can('customers.view') && counter.open('customer'),
    saleDiscount: () => counter.edit('saleDiscount'),
    agreedTotal: () => counter.edit('agreedTotal'),
    roundOff: counter.roundOff,
    gift: counter.gift,
    quickItem: counter.quick,
    priceCheck: () => (counter.checking.value = !counter.checking.value),
    park: counter.park,
    parked: () => counter.open('parked'),
    returns: () => void router.push('/counter/return'),
    lastSale: () => counter.open('lastSale'),
    seller: () => counter.open('seller'),
    note: () => counter.edit('note'),
    collect: () => counter.open('collect'),
    openDrawer: counter.openDrawer,
    split: () => (counter.panel.value === 'split' ? counter.closePanel() : counter.split()),
    clear: counter.clear,
    finishWithoutPaper: counter.finishNow,
  }

  function act(action: CounterAction): void {
    if (counter.isHeld()) return
    if (action.do === 'tender') counter.chooseTender(action.tender)
    else ACTIONS[action.do]()
  }

  /** A key in the field, before the field sees it. */
  function key(event: KeyboardEvent): void {
    const pressed = lineKeyOf(event)
    if (event.code === 'Escape') counter.back()
    else if (pressed && means(pressed)) event.preventDefault()
  }

  /** Whether the key was a command here, and carries it out. */
  function means(pressed: LineKey): boolean {
    const { finder, mode, step, isEmpty } = counter
    const by = pressed === 'up' ? -1 : pressed === 'down' ? 1 : 0
    if (finder.open.value && by !== 0) {
      finder.step(by)
      return true
    }
    if (mode.value === 'quantity' && by !== 0) {
      counter.stepUnit(by)
      return true
    }
    if (mode.value !== 'find' || step.value === 'paying') return false
    const typed = finder.text.value.trim()
    if (pressed === 'quantity' && typed !== '') return counter.setQuantity(typed)
    if (typed !== '' || isEmpty.value) return false
    if (pressed === 'remove') counter.removeSelected()
    else if (pressed === 'up' || pressed === 'down') counter.basket.step(by)
    else counter.edit(pressed)
    return true
  }

  return { act, key }
}
