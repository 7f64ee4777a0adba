import { useRouter } from 'vue-router'
import { useSession } from '../session/session.ts'
import { lineKeyOf } from './keys.ts'
import type { CounterAction, LineKey } from './keys.ts'
import type { Counter } from './useCounter.ts'

/** What the keys and buttons of the counter do. */
export function useCounterKeys(counter: Counter) {
  const router = useRouter()
  const { can } = useSession()

  function act(action: CounterAction): void {
    switch (action.do) {
      case 'tender':
        counter.chooseTender(action.tender)
        break
      case 'customer':
        if (can('customers.view')) counter.picking.value = !counter.picking.value
        break
      case 'saleDiscount':
        counter.edit('saleDiscount')
        break
      case 'roundOff':
        counter.roundOff()
        break
      case 'returns':
        if (can('sales.return')) void router.push('/counter/return')
        break
      case 'lastSale':
        printLast()
        break
      case 'clear':
        counter.clear()
        break
      case 'finishWithoutPaper':
        counter.finishNow()
        break
      case 'find':
        counter.stopPicking()
        break
    }
  }

  function printLast(): void {
    if (counter.last.value) void router.push(`/print/receipt/${counter.last.value.id}`)
  }

  /** A key in the field, before the field sees it. */
  function key(event: KeyboardEvent): void {
    const pressed = lineKeyOf(event)
    if (event.code === 'Escape') counter.back()
    else if (pressed && means(pressed)) event.preventDefault()
  }

  /** Whether the key was a command here, and carries it out. */
  function means(pressed: LineKey): boolean {
    const { finder, mode, step, isEmpty, selected } = counter
    const by = pressed === 'up' ? -1 : pressed === 'down' ? 1 : 0
    if (finder.open.value && by !== 0) {
      finder.step(by)
      return true
    }
    if (mode.value !== 'find' || step.value === 'paying') return false
    const typed = finder.text.value.trim()
    if (pressed === 'quantity' && typed !== '') return counter.setQuantity(typed)
    if (typed !== '' || isEmpty.value) return false
    if (pressed === 'remove') counter.remove(selected.value)
    else if (pressed === 'up' || pressed === 'down') counter.stepLine(by)
    else counter.edit(pressed)
    return true
  }

  return { act, key, printLast }
}
