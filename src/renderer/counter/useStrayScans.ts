import { onMounted, onScopeDispose } from 'vue'
import { scanWatch } from '../ui/scan.ts'

/** Where scans are read already: a scan field, the grid of a style. */
const READ_ELSEWHERE = '.scan-field, .style-grid'

interface Typed {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly before: string
}

/**
 * A scan means goods wherever the focus is: what it wrote into another field leaves it again, and its Enter does nothing there.
 * @param root in which it counts, as it does when nothing has the focus
 */
export function useStrayScans(root: () => HTMLElement | null, scanned: (code: string) => void): void {
  const scans = scanWatch()
  /** The field that the first character of what may be a scan went to, as it was. */
  let typed: Typed | null = null
  let last = Number.NEGATIVE_INFINITY

  function press(event: KeyboardEvent): void {
    const { key, code, shiftKey, timeStamp: at, target } = event
    if (!(target instanceof Element) || event.ctrlKey || event.altKey || event.metaKey) return
    if (target !== document.body && !root()?.contains(target)) return
    if (target.closest(READ_ELSEWHERE)) return
    const isEnter = code === 'Enter' || code === 'NumpadEnter'
    if (!isEnter && at - last > GAP_MS) typed = fieldOf(target)
    last = at
    const late = isEnter && scans.ended(at)
    const scan = scans.press({ key, code, shiftKey, at })
    if (scan === null && !late) return
    event.preventDefault()
    event.stopPropagation()
    if (scan === null) return
    restore(event.isComposing)
    scanned(scan)
  }

  /** An IME writes down what it composed after the Enter. */
  function restore(composing: boolean): void {
    const touched = typed
    if (!touched) return
    write(touched)
    if (!composing) return
    touched.field.addEventListener('compositionend', () => setTimeout(() => write(touched)), { once: true })
  }

  onMounted(() => addEventListener('keydown', press, { capture: true }))
  onScopeDispose(() => removeEventListener('keydown', press, { capture: true }))
}

/** A hand is slower than this. */
const GAP_MS = 35

function fieldOf(target: Element): Typed | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField ? { field: target, before: target.value } : null
}

function write({ field, before }: Typed): void {
  if (field.value === before) return
  field.value = before
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
