import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { toPixels } from './sheets.ts'

const ROOM = 32

/** How much a sheet must shrink to be seen whole on a narrow screen; never more than true size. */
export function useFit(desk: Ref<HTMLElement | null>, millimetres: () => number) {
  const width = ref(Number.POSITIVE_INFINITY)
  const fit = ref(1)
  const watcher = new ResizeObserver(([entry]) => (width.value = entry?.contentRect.width ?? width.value))

  watch(desk, (now) => now && watcher.observe(now))
  watch([width, millimetres], () => (fit.value = Math.min(1, (width.value - ROOM) / toPixels(millimetres()))))
  onBeforeUnmount(() => watcher.disconnect())
  return { fit }
}
