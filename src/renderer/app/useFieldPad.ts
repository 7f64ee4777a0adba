import { nextTick, onMounted, onScopeDispose, shallowRef, watch } from 'vue'
import { withPadKey } from '../ui/pad.ts'
import type { PadKey } from '../ui/pad.ts'
import { isTouch } from './theme/touch.ts'

const NUMBERS = 'input:is([inputmode=decimal], [inputmode=numeric]):not([role=combobox])'

/** In touch mode a field for a number gets our pad, and the system's keyboard stays away while it has the focus. */
export function useFieldPad() {
  const field = shallowRef<HTMLInputElement | null>(null)
  let usual = ''
  let isPressing = false
  let leaving: HTMLInputElement | null = null

  function entered({ target }: FocusEvent): void {
    if (!isTouch.value || !(target instanceof HTMLInputElement) || !target.matches(NUMBERS)) return
    usual = target.inputMode
    target.inputMode = 'none'
    field.value = target
    leaving = null
  }

  function left({ target }: FocusEvent): void {
    if (target !== field.value || !field.value) return
    field.value.inputMode = usual
    leaving = field.value
    if (!isPressing) close()
  }

  /** Once the press that took the focus away is over: what it was aimed at would move from under the finger. */
  function close(): void {
    setTimeout(() => {
      if (leaving && field.value === leaving) field.value = null
      leaving = null
    })
  }

  function pressing(): void {
    isPressing = true
  }

  function pressed(): void {
    isPressing = false
    if (leaving) close()
  }

  const heard = { focusin: entered, focusout: left, pointerdown: pressing, pointerup: pressed, pointercancel: pressed }

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
    for (const [name, hear] of Object.entries(heard)) document.addEventListener(name, hear as EventListener)
  })
  onScopeDispose(() => {
    for (const [name, hear] of Object.entries(heard)) document.removeEventListener(name, hear as EventListener)
  })

  return { field, press, accept }
}
