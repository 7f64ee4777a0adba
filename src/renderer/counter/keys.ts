/** What the keys of the counter mean, by `event.code`: an IME, the number pad or a layout make no difference. */
import type { Tender } from '../../contract/documents.ts'

export type CounterAction =
  { readonly do: keyof typeof ACTION_KEYS | 'finishWithoutPaper' } | { readonly do: 'tender'; readonly tender: Tender }

interface Keys {
  readonly fKey?: string
  readonly letter?: string
}

/** Every F-key has an Alt+letter too, since laptops need Fn. */
export const TENDER_KEYS: Readonly<Record<Tender, Keys>> = {
  cash: { fKey: 'F5', letter: 'X' },
  wechat: { fKey: 'F6', letter: 'W' },
  alipay: { fKey: 'F7', letter: 'Z' },
  card: { fKey: 'F8', letter: 'K' },
  bankTransfer: { fKey: 'F9', letter: 'Y' },
  storeCredit: { letter: 'U' },
  onAccount: { fKey: 'F10', letter: 'S' },
}

export const ACTION_KEYS = {
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
} as const satisfies Record<string, Keys>

const TENDERS = Object.entries(TENDER_KEYS) as [Tender, Keys][]
const ACTIONS = Object.entries(ACTION_KEYS) as [keyof typeof ACTION_KEYS, Keys][]

export function actionOf({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): CounterAction | null {
  if (shiftKey) return null
  if (ctrlKey || metaKey) return isEnter(code) && !altKey ? { do: 'finishWithoutPaper' } : null
  const pressed = ({ fKey, letter }: Keys) => (altKey ? letter !== undefined && code === `Key${letter}` : code === fKey)
  const tender = TENDERS.find(([, keys]) => pressed(keys))
  if (tender) return { do: 'tender', tender: tender[0] }
  const action = ACTIONS.find(([, keys]) => pressed(keys))
  return action ? { do: action[0] } : null
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
