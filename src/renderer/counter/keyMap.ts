/** Which keys mean what, as data: the counter's own, and what a device changed of them. Pure. */
export interface Keys {
  readonly fKey?: string
  readonly letter?: string
}
export type KeyMap = Readonly<Record<string, Keys>>
export type Slot = keyof Keys

/** F1 is help, and Alt+O locks. */
export const F_KEYS = ['F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12'] as const

export type Changed =
  /** With `swapped`, the action that had the letter and took over the other. */
  | { readonly map: KeyMap; readonly swapped?: string }
  /** Why not: the key is another action's, no key that can be chosen, or the only one that laptops have. */
  | { readonly refused: 'taken'; readonly by: string }
  | { readonly refused: 'unfit' | 'needed' }

/**
 * Gives an action another key, or none. Every F-key keeps an Alt+letter beside it, since laptops need Fn; there are as
 * many actions as letters, so two of them change places.
 */
export function changeKey(map: KeyMap, action: string, slot: Slot, key: string | undefined): Changed {
  const own = map[action] ?? {}
  if (key === undefined && slot === 'letter') return { refused: 'needed' }
  if (key !== undefined && !fits(slot, key)) return { refused: 'unfit' }
  const by = Object.keys(map).find((name) => name !== action && key !== undefined && map[name]?.[slot] === key)
  if (by !== undefined && slot === 'letter' && own.letter !== undefined)
    return { map: { ...map, [action]: { ...own, letter: key }, [by]: { ...map[by], letter: own.letter } }, swapped: by }
  if (by !== undefined) return { refused: 'taken', by }
  const { [slot]: _former, ...rest } = own
  return { map: { ...map, [action]: key === undefined ? rest : { ...rest, [slot]: key } } }
}

/** What was stored, as far as it is still good: changes that came to be in each other's way are all forgotten. */
export function withChanges(defaults: KeyMap, stored: unknown): KeyMap {
  if (typeof stored !== 'object' || stored === null) return defaults
  const chosen = Object.entries(stored).filter(([action, keys]) => action in defaults && isKeys(keys))
  const map: KeyMap = { ...defaults, ...(Object.fromEntries(chosen) as KeyMap) }
  return isSound(map) ? map : defaults
}

/** No key means two things, and every action has a letter. */
export function isSound(map: KeyMap): boolean {
  const all = Object.values(map)
  const keys = all.flatMap(({ fKey, letter }) => [fKey, letter].filter((key) => key !== undefined))
  return new Set(keys).size === keys.length && all.every(({ letter }) => letter !== undefined)
}

function fits(slot: Slot, key: string): boolean {
  return slot === 'fKey' ? F_KEYS.some((one) => one === key) : /^[A-NP-Z]$/.test(key)
}

function isKeys(value: unknown): value is Keys {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).every(
    ([slot, key]) => (slot === 'fKey' || slot === 'letter') && typeof key === 'string' && fits(slot, key),
  )
}
