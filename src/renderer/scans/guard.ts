import { fieldBefore } from './fieldBefore.ts'
import type { FieldBefore } from './fieldBefore.ts'
import { scanWatch } from './scan.ts'

export interface Scan {
  readonly code: string
  /** All that stands in the field of a scan, should a slow moment have cut the code in two. */
  readonly whole: string
  /** Where the focus was. */
  readonly target: Element
}

interface Guard {
  /** Whether what is typed there may be a scan at all. */
  readonly heeds: (target: Element) => boolean
  readonly deliver: (scan: Scan) => void
}

/**
 * The one place where a scanner is told from a hand, before any screen sees its keys: what a scan wrote leaves its field again,
 * its end does nothing there, and the code goes to whoever takes it. So no form can be sent by a scanner, known or not.
 * @returns stops guarding
 */
export function guardScans({ heeds, deliver }: Guard): () => void {
  const hear = scanWatch()
  /** The field that the first character of what may be a scan goes to. */
  let written: FieldBefore | null = null

  function press(event: KeyboardEvent): void {
    const { key, code, shiftKey, ctrlKey, repeat, target, timeStamp: at } = event
    if (!(target instanceof Element) || event.altKey || event.metaKey || !heeds(target)) return
    const heard = hear({ key, code, shiftKey, ctrlKey, repeat, at })
    if (heard === null) return
    if (heard === 'begins') written = fieldBefore(target)
    else if (heard !== 'goesOn') end(event, target, heard)
    // The rest of a scan goes where its beginning went, or nowhere: outside a field its characters would be keys.
    else if (written?.field !== target) swallow(event)
  }

  function end(event: KeyboardEvent, target: Element, heard: 'echo' | { readonly scanned: string }): void {
    swallow(event)
    if (heard === 'echo') return
    const code = heard.scanned.trim()
    const whole = target instanceof HTMLInputElement && target.matches('.scan-field') ? target.value.trim() : code
    written?.restore(event.isComposing)
    written = null
    deliver({ code, whole, target })
  }

  addEventListener('keydown', press, { capture: true })
  return () => removeEventListener('keydown', press, { capture: true })
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
