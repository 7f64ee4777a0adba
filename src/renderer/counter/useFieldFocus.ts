import { nextTick, onMounted, onScopeDispose, useTemplateRef } from 'vue'
import { isTouch } from '../app/theme/touch.ts'
import { actionOf } from './keys.ts'
import type { CounterAction } from './keys.ts'

interface Focusable {
  focus(): void
}

interface Place {
  readonly act: (action: CounterAction) => void
  /** Something else was opened, and has the focus. */
  readonly elsewhere: () => boolean
  readonly root: () => HTMLElement | null
}

const OTHER_FIELDS = 'input, textarea, select, [contenteditable]'

/** The field named `findBar` has the focus unless another field does; the counter's keys work wherever the focus is. */
export function useFieldFocus({ act, elsewhere, root }: Place) {
  const findBar = useTemplateRef<Focusable>('findBar')
  /** A finger does not want the keyboard to come up after each touch; in touch mode the field has none. */
  const bringsKeyboard = (): boolean => !isTouch.value && matchMedia('(pointer: coarse)').matches

  function refocus(): void {
    void nextTick(() => findBar.value?.focus())
  }

  function keydown(event: KeyboardEvent): void {
    const { target } = event
    const isHere = target === document.body || (target instanceof Node && root()?.contains(target))
    const action = isHere ? actionOf(event) : null
    if (!action) return
    event.preventDefault()
    act(action)
    if (!elsewhere()) refocus()
  }

  function click(event: MouseEvent): void {
    const inField = event.target instanceof Element && event.target.closest(OTHER_FIELDS)
    if (!inField && !bringsKeyboard() && !elsewhere()) refocus()
  }

  onMounted(() => {
    addEventListener('keydown', keydown, { capture: true })
    if (!bringsKeyboard()) refocus()
  })
  onScopeDispose(() => {
    removeEventListener('keydown', keydown, { capture: true })
  })
  return { click, refocus }
}
