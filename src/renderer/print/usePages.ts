import { nextTick, ref, shallowRef, watch, type Ref } from 'vue'
import { breakIntoPages, type PageRows } from './pages.ts'
import { toPixels, type Sheet } from './sheets.ts'

/** Lays everything out once, out of sight, at the paper's own width, and breaks the lines by their true heights. */
export function usePages(sheet: () => Sheet, content: () => unknown, probe: Ref<HTMLElement | null>) {
  const pages = shallowRef<PageRows[]>([])
  const measuring = ref(true)

  async function layOut() {
    measuring.value = true
    await document.fonts.ready
    await nextTick()
    const root = probe.value
    if (root === null) return
    pages.value = breakIntoPages({ ...heightsIn(root), page: pageHeight(sheet()) })
    measuring.value = false
  }

  watch([sheet, content], layOut, { immediate: true, flush: 'post' })
  return { pages, measuring }
}

function heightsIn(root: HTMLElement) {
  const height = (part: string) => root.querySelector(`[data-part="${part}"]`)?.getBoundingClientRect().height ?? 0
  const rows = [...root.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect().height)
  return {
    first: height('first'),
    running: height('running'),
    columns: root.querySelector('thead')?.getBoundingClientRect().height ?? 0,
    rows,
    end: height('end'),
  }
}

/** A foot of 6 mm holds the page number; half a millimetre is kept back for rounding. */
const FOOT = 6
const SLACK = 0.5

function pageHeight({ height, marginY }: Sheet): number {
  return toPixels((height ?? 0) - 2 * marginY - FOOT - SLACK)
}
