/**
 * The order's states as one table: state → action → where it leads and what must hold. A counter sale is the same
 * aggregate, taken from nothing to `completed` by one declared transition, `sell` (DESIGN §7).
 */
import type { ErrorCode } from '../../../contract/errors.ts'
import type { OrderState } from '../../../contract/documents.ts'
import { refuse } from '../errors.ts'

/** What an action wants to know of an order before it may happen. */
export interface OrderFacts {
  readonly lineCount: number
}

export type OrderAction =
  | 'sell'
  | 'submit'
  | 'approve'
  | 'sendBack'
  | 'hold'
  | 'release'
  | 'complete'
  | 'cancel'
  | 'returnGoods'
  | 'correctTender'
  | 'addCustomer'
  | 'voidSale'

interface Transition {
  readonly to: OrderState
  /** Says why not, or nothing. */
  readonly guard?: (facts: OrderFacts) => Extract<ErrorCode, 'BASKET_EMPTY'> | undefined
}

const hasLines = ({ lineCount }: OrderFacts) => (lineCount === 0 ? ('BASKET_EMPTY' as const) : undefined)

export const LIFECYCLE: Readonly<Record<OrderState, Partial<Record<OrderAction, Transition>>>> = {
  draft: {
    sell: { to: 'completed', guard: hasLines },
    submit: { to: 'review', guard: hasLines },
    cancel: { to: 'cancelled' },
  },
  review: { approve: { to: 'confirmed' }, sendBack: { to: 'sentBack' }, cancel: { to: 'cancelled' } },
  sentBack: { submit: { to: 'review', guard: hasLines }, cancel: { to: 'cancelled' } },
  confirmed: { hold: { to: 'onHold' }, complete: { to: 'completed' }, cancel: { to: 'cancelled' } },
  onHold: { release: { to: 'confirmed' }, cancel: { to: 'cancelled' } },
  completed: {
    returnGoods: { to: 'completed' },
    correctTender: { to: 'completed' },
    addCustomer: { to: 'completed' },
    voidSale: { to: 'cancelled' },
  },
  cancelled: {},
}

/** Where `action` leads, or the refusal that the table or its guard gives. */
export function transition(state: OrderState, action: OrderAction, facts: OrderFacts): OrderState {
  const found = LIFECYCLE[state][action]
  if (!found) refuse('ACTION_NOT_ALLOWED', { action, state })
  const refusal = found.guard?.(facts)
  if (refusal) refuse(refusal)
  return found.to
}

export function allows(state: OrderState, action: OrderAction, facts: OrderFacts): boolean {
  const found = LIFECYCLE[state][action]
  return found !== undefined && found.guard?.(facts) === undefined
}
