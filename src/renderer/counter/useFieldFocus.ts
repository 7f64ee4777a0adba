import { nextTick, onMounted, useTemplateRef } from 'vue'
import { actionOf } from './keys.ts'
import type { CounterAction } from './keys.ts'

interface Focusable {
  focus(): void
}

const OTHER_FIELDS = 'input, textarea, select, [contenteditable]'

/** The field named `findBar` has the focus unless another field does; the counter's keys work wherever the focus is. */
export function useFieldFocus(act: (action: CounterAction) => void, elsewhere: () => boolean) {
  const findBar = useTemplateRef<Focusable>('findBar')
  // A finger does not want the keyboard to come up after each touch.
  const byFinger = matchMedia('(pointer: coarse)').matches

  function refocus(): void {
    void nextTick(() => findBar.value?.focus())
  }

  function keydown(event: KeyboardEvent): void {
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    act(action)
    if (!elsewhere()) refocus()
  }

  function click(event: MouseEvent): void {
    const inField = event.target instanceof Element && event.target.closest(OTHER_FIELDS)
    if (!inField && !byFinger && !elsewhere()) refocus()
  }

  onMounted(() => {
    if (!byFinger) refocus()
  })
  return { keydown, click, refocus }
}
