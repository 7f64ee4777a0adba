import { shallowRef } from 'vue'
import type { ShiftView } from '../../contract/drawer.ts'
import { useCurrentShift } from './useShift.ts'

export function useShiftPage() {
  const { data: shift, refusal, refresh, replace } = useCurrentShift()
  /** The shift just closed stays on the screen, with what was found. */
  const closed = shallowRef<ShiftView | null>(null)

  function changed(now?: ShiftView): void {
    if (now) replace(now)
    else void refresh()
  }

  function showClosed(done: ShiftView): void {
    closed.value = done
    replace(null)
  }

  function opened(now: ShiftView): void {
    closed.value = null
    replace(now)
  }

  return { shift, refusal, refresh, closed, changed, showClosed, opened }
}
