import { nextTick, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { PaperRow } from '../../contract/papers/rows.ts'
import { toMillimetres, type Sheet } from './sheets.ts'
import { usePageRule } from './usePageRule.ts'

/** A PDF page cannot be longer than 5,080 mm; a sale of a thousand lines goes on over the next one. */
const LONGEST = 5_000

/** A strip of paper that is as long as what stands on it; `ready` once it has been measured. */
export function useStrip(
  strip: Readonly<Ref<HTMLElement | null>>,
  shown: () => { readonly rows: readonly PaperRow[]; readonly sheet: Sheet },
  ready: () => void,
): void {
  const height = ref<number | null>(null)
  usePageRule(() =>
    height.value === null ? null : { width: shown().sheet.width, height: Math.min(height.value, LONGEST) },
  )

  const watcher = new ResizeObserver(measure)
  onMounted(() => strip.value !== null && watcher.observe(strip.value))
  watch(
    () => shown().rows,
    async () => {
      await document.fonts.ready
      measure()
      await nextTick()
      ready()
    },
    { immediate: true, flush: 'post' },
  )
  onBeforeUnmount(() => watcher.disconnect())

  function measure() {
    // While printing, the paper must not be measured by the page it is put on.
    if (strip.value === null || window.matchMedia('print').matches) return
    height.value = toMillimetres(strip.value.getBoundingClientRect().height)
  }
}
