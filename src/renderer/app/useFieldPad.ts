import { nextTick, onMounted, onScopeDispose, shallowRef, watch } from 'vue'
import { withPadKey } from '../ui/pad.ts'
import type { PadKey } from '../ui/pad.ts'
import { isTouch } from './theme/touch.ts'

const NUMBERS = 'input:is([inputmode=decimal], [inputmode=numeric]):not([role=combobox])'

/** In touch mode a field for a number gets our pad, and the system's keyboard stays away while it has the focus. */
export function useFieldPad() {
  const field = shallowRef<HTMLInputElement | null>(null)
  let usual = ''

  function entered({ target }: FocusEvent): void {
    if (!isTouch.value || !(target instanceof HTMLInputElement) || !target.matches(NUMBERS)) return
    usual = target.inputMode
    target.inputMode = 'none'
    field.value = target
  }

  function left({ target }: FocusEvent): void {
    if (target !== field.value || !field.value) return
    field.value.inputMode = usual
    field.value = null
  }

  /** The pad takes room at the bottom: what it writes into stays in sight. */
  watch(field, async (now) => {
    await nextTick()
    now?.scrollIntoView({ block: 'nearest' })
  })

  /** What is selected is replaced, as a key does; the field hears of it as of a key. */
  function press(key: PadKey): void {
    const into = field.value
    if (!into) return
    const isReplaced = into.value !== '' && into.selectionStart === 0 && into.selectionEnd === into.value.length
    const next = withPadKey(isReplaced ? '' : into.value, key)
    if (into.maxLength >= 0 && next.length > into.maxLength) return
    into.value = next
    into.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** As Enter is for whoever listens to it, such as the next note to count; never more than leaving the field. */
  function accept(): void {
    const into = field.value
    const enter = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true })
    if (into?.dispatchEvent(enter)) into.blur()
  }

  onMounted(() => {
    document.addEventListener('focusin', entered)
    document.addEventListener('focusout', left)
  })
  onScopeDispose(() => {
    document.removeEventListener('focusin', entered)
    document.removeEventListener('focusout', left)
  })

  return { field, press, accept }
}
