/** What the keys of the counter mean, by `event.code`: an IME, the number pad or a layout make no difference. */
import { shallowReactive } from 'vue'
import type { Tender } from '../../contract/documents.ts'
import type { KeyMap, Keys } from './keyMap.ts'

export type KeyedAction =
  | 'find'
  | 'saleDiscount'
  | 'customer'
  | 'agreedTotal'
  | 'roundOff'
  | 'gift'
  | 'quickItem'
  | 'priceCheck'
  | 'park'
  | 'parked'
  | 'returns'
  | 'lastSale'
  | 'seller'
  | 'note'
  | 'collect'
  | 'openDrawer'
  | 'split'
  | 'clear'

export type CounterAction =
  { readonly do: KeyedAction | 'finishWithoutPaper' } | { readonly do: 'tender'; readonly tender: Tender }

/** Every F-key has an Alt+letter too, since laptops need Fn. As they are on this device: `useKeys` changes them. */
export const TENDER_KEYS = shallowReactive<Record<Tender, Keys>>({
  cash: { fKey: 'F5', letter: 'X' },
  wechat: { fKey: 'F6', letter: 'W' },
  alipay: { fKey: 'F7', letter: 'Z' },
  card: { fKey: 'F8', letter: 'K' },
  bankTransfer: { fKey: 'F9', letter: 'Y' },
  storeCredit: { letter: 'U' },
  onAccount: { fKey: 'F10', letter: 'S' },
})

export const ACTION_KEYS = shallowReactive<Record<KeyedAction, Keys>>({
  find: { fKey: 'F2', letter: 'F' },
  saleDiscount: { fKey: 'F3', letter: 'D' },
  customer: { fKey: 'F4', letter: 'C' },
  agreedTotal: { letter: 'T' },
  roundOff: { letter: 'M' },
  gift: { letter: 'G' },
  quickItem: { letter: 'N' },
  priceCheck: { letter: 'P' },
  park: { fKey: 'F11', letter: 'H' },
  parked: { fKey: 'F12', letter: 'J' },
  returns: { letter: 'R' },
  lastSale: { letter: 'L' },
  seller: { letter: 'E' },
  note: { letter: 'B' },
  collect: { letter: 'V' },
  openDrawer: { letter: 'A' },
  split: { letter: 'I' },
  clear: { letter: 'Q' },
})

/** The counter's own keys. */
export const DEFAULT_KEYS: KeyMap = Object.fromEntries(
  [ACTION_KEYS, TENDER_KEYS].flatMap((keys) => Object.entries(keys)),
)

/** Puts a map of all actions and tenders in force. */
export function applyKeys(map: KeyMap): void {
  for (const name of namesOf(ACTION_KEYS)) ACTION_KEYS[name] = map[name] ?? {}
  for (const name of namesOf(TENDER_KEYS)) TENDER_KEYS[name] = map[name] ?? {}
}

const namesOf = <K extends string>(keys: Record<K, Keys>): K[] => Object.keys(keys) as K[]

export function actionOf({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): CounterAction | null {
  if (shiftKey) return null
  if (ctrlKey || metaKey) return isEnter(code) && !altKey ? { do: 'finishWithoutPaper' } : null
  const pressed = ({ fKey, letter }: Keys) => (altKey ? letter !== undefined && code === `Key${letter}` : code === fKey)
  const tender = namesOf(TENDER_KEYS).find((name) => pressed(TENDER_KEYS[name]))
  if (tender) return { do: 'tender', tender }
  const action = namesOf(ACTION_KEYS).find((name) => pressed(ACTION_KEYS[name]))
  return action ? { do: action } : null
}

export const isEnter = (code: string): boolean => code === 'Enter' || code === 'NumpadEnter'

export type LineKey = 'quantity' | 'price' | 'discount' | 'remove' | 'up' | 'down'

/** The keys that change the selected line; they count in an empty input only (`*` also after a number). */
export function lineKeyOf({ code, key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): LineKey | null {
  if (altKey || ctrlKey || metaKey) return null
  if (key === '*' || code === 'NumpadMultiply' || (code === 'Digit8' && shiftKey)) return 'quantity'
  if (shiftKey) return null
  switch (code) {
    case 'Period':
    case 'NumpadDecimal':
      return 'price'
    case 'Slash':
    case 'NumpadDivide':
      return 'discount'
    case 'Delete':
      return 'remove'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    default:
      return null
  }
}

/** How a key is written on a button: the F-key where there is one, else Alt and its letter. */
export const keyLabel = ({ fKey, letter }: Keys): string => fKey ?? (letter === undefined ? '' : `Alt+${letter}`)
