import { computed, readonly, ref } from 'vue'
import { toRefusal } from './refusal.ts'
import type { Topic } from './topics.ts'
import { useLiveQuery } from './useLiveQuery.ts'

interface Page<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

/** How far down each list one has been, so that one comes back to one's place. */
const pagesShown = new Map<string, number>()
const MOST_REMEMBERED = 10

interface LiveListOptions<T> {
  /** Names the list with its filters, such as `['documents.list', filters]`. */
  readonly key: () => readonly unknown[]
  /** One page; `after` is the cursor of the page before it. */
  readonly load: (after: string | undefined, signal: AbortSignal) => Promise<Page<T>>
  readonly topics: readonly Topic[]
  readonly enabled?: () => boolean
}

/**
 * A list that pages by keyset: `rows` so far, `more()` for the next page. After a change in the shop as many pages as are
 * shown are read anew. Former rows stay until the next are there.
 */
export function useLiveList<T>({ key, load, topics, enabled }: LiveListOptions<T>) {
  let pages = 1
  let lastKey = ''
  const loadingMore = ref(false)

  async function read(count: number, signal: AbortSignal): Promise<Page<T>> {
    const rows: T[] = []
    let next: string | null = null
    for (let page = 0; page < count; page += 1) {
      const answer: Page<T> = await load(next ?? undefined, signal)
      rows.push(...answer.rows)
      next = answer.next
      if (next === null) break
    }
    return { rows, next }
  }

  function readShown(signal: AbortSignal): Promise<Page<T>> {
    const name = JSON.stringify(key())
    if (name !== lastKey) pages = pagesShown.get(name) ?? 1
    lastKey = name
    return read(pages, signal)
  }

  const query = useLiveQuery<Page<T>>({ key, load: readShown, topics, enabled: enabled ?? (() => true), keep: true })

  /** Reads the next page only, and gives it up when the list has become another one meanwhile. */
  async function more(): Promise<void> {
    const shown = query.data.value
    if (loadingMore.value || !shown?.next) return
    loadingMore.value = true
    try {
      const page = await load(shown.next, new AbortController().signal)
      if (query.data.value !== shown) return
      pages += 1
      pagesShown.set(lastKey, Math.min(pages, MOST_REMEMBERED))
      query.replace({ rows: [...shown.rows, ...page.rows], next: page.next })
    } catch (error) {
      query.refusal.value = toRefusal(error)
    } finally {
      loadingMore.value = false
    }
  }

  return {
    rows: computed(() => query.data.value?.rows ?? []),
    /** False until the first answer: an empty list is not shown as empty before that. */
    loaded: computed(() => query.data.value !== undefined),
    hasMore: computed(() => typeof query.data.value?.next === 'string'),
    loading: query.loading,
    loadingMore: readonly(loadingMore),
    refusal: query.refusal,
    refresh: query.refresh,
    more,
  }
}
