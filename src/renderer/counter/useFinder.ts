import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Scanned, SkuRow } from '../../contract/products.ts'
import { client } from '../api/client.ts'
import { isAbort, toRefusal } from '../api/refusal.ts'
import type { Refusal } from '../api/refusal.ts'

/** Goods from a scan, which knows their unit and what a label says, or from the list. */
export type Found = SkuRow & Partial<Pick<Scanned, 'scannedUnit' | 'quantity' | 'labelAmount'>>

/** What was in the field when Enter was pressed, and the line that was on top of the list for it. */
export interface Submitted {
  readonly typed: string
  readonly seen: SkuRow | undefined
  readonly byArrow: boolean
}

/** Codes hold digits, and a scanner's characters come faster than this: a scan asks for no list, and a name at once. */
const PAUSE_MS = 25
const MOST_RESULTS = 20

const scanned = (code: string): Promise<Found | null> => client.products.scan({ code })

/**
 * Goods by name or pinyin while one types, and what Enter meant.
 * @param exactly says what a code is: a barcode or the shop's own
 */
export function useFinder(exactly: (code: string) => Promise<Found | null> = scanned) {
  const text = ref('')
  const results = shallowRef<readonly SkuRow[]>([])
  const resultsFor = ref('')
  const current = ref(0)
  const chosenByArrow = ref(false)
  const refusal = shallowRef<Refusal | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  const open = computed(() => text.value.trim() !== '' && results.value.length > 0)
  const nothing = computed(
    () => resultsFor.value !== '' && resultsFor.value === text.value.trim() && results.value.length === 0,
  )

  async function search(wanted: string): Promise<void> {
    running?.abort()
    const own = (running = new AbortController())
    try {
      const page = await client.products.list({ search: wanted, limit: MOST_RESULTS }, { signal: own.signal })
      if (own.signal.aborted) return
      results.value = page.rows
      resultsFor.value = wanted
      current.value = 0
      chosenByArrow.value = false
      refusal.value = null
    } catch (error) {
      if (!own.signal.aborted && !isAbort(error)) refusal.value = toRefusal(error)
    }
  }

  /** Looking for goods pauses while the field is used for something else. */
  function look(typed: string): void {
    clearTimeout(timer)
    const wanted = typed.trim()
    if (wanted === '') clear()
    else if (!/^[\d.]*[*]?$/.test(wanted) || wanted.length > 3) {
      timer = setTimeout(() => void search(wanted), /\d/.test(wanted) ? PAUSE_MS : 0)
    }
  }

  function clear(): void {
    clearTimeout(timer)
    running?.abort()
    text.value = ''
    results.value = []
    resultsFor.value = ''
    current.value = 0
    chosenByArrow.value = false
    refusal.value = null
  }

  function step(by: number): void {
    chosenByArrow.value = true
    current.value = Math.max(0, Math.min(results.value.length - 1, current.value + by))
  }

  /** Empties the field for what comes next and says what Enter was pressed on. */
  function submit(): Submitted {
    const typed = text.value.trim()
    const seen = resultsFor.value === typed ? results.value[current.value] : undefined
    const submitted = { typed, seen, byArrow: chosenByArrow.value }
    clear()
    return submitted
  }

  /** What was meant: the line chosen by arrow, else an exact code, else the line on top, else the only thing found. */
  async function meant({ typed, seen, byArrow }: Submitted): Promise<Found | null> {
    if (seen && byArrow) return seen
    const exact = await exactly(typed)
    if (exact ?? seen) return exact ?? seen ?? null
    const { rows } = await client.products.list({ search: typed, limit: 2 })
    return rows.length === 1 ? (rows[0] ?? null) : null
  }

  /** Gives back what was typed, unless something else has been typed meanwhile. */
  function restore(typed: string): void {
    if (text.value !== '') return
    text.value = typed
    void search(typed)
  }

  onScopeDispose(clear)
  watch(text, (typed) => {
    if (typed.trim() === '') look('')
  })
  return { text, results, current, open, nothing, refusal, look, clear, step, exactly, submit, meant, restore }
}
