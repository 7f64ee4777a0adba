import { onScopeDispose, readonly, ref, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { onChange } from './live.ts'
import { useQueryCache } from './queryCache.ts'
import { isAbort, toRefusal } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Topic } from './topics.ts'

interface LiveQueryOptions<T> {
  /** Names what is asked, such as `['documents.get', id]`; asked anew when it changes. */
  readonly key: () => readonly unknown[]
  readonly load: (signal: AbortSignal) => Promise<T>
  /** Asked anew when something under one of these changed. */
  readonly topics: readonly Topic[]
  /** Nothing is asked while this says false. */
  readonly enabled?: () => boolean
  /** Keep showing the former answer until the next is there, as lists do while one types. */
  readonly keep?: boolean
}

/**
 * Asks the shop and keeps the answer right while it is shown.
 *
 *     const { data, refusal, loading, refresh } = useLiveQuery({
 *       key: () => ['documents.get', props.documentId],
 *       load: () => client.documents.get({ documentId: props.documentId }),
 *       topics: ['orders', 'returns'],
 *     })
 */
export function useLiveQuery<T>({ key, load, topics, enabled = () => true, keep = false }: LiveQueryOptions<T>) {
  const cache = useQueryCache()
  const data = shallowRef<T>()
  const refusal = shallowRef<Refusal | null>(null)
  const loading = ref(false)
  let running: AbortController | undefined
  let again = false

  async function refresh(): Promise<void> {
    running?.abort()
    if (!enabled()) return
    const own = (running = new AbortController())
    const name = JSON.stringify(key())
    loading.value = true
    try {
      const answer = await load(own.signal)
      if (own.signal.aborted) return
      cache.put(name, answer)
      data.value = answer
      refusal.value = null
    } catch (error) {
      if (!own.signal.aborted && !isAbort(error)) refusal.value = toRefusal(error)
    } finally {
      if (running === own) {
        running = undefined
        loading.value = false
        const once = again
        again = false
        if (once) void refresh()
      }
    }
  }

  /** A burst of changes asks once more when the answer on its way has come, not once per change. */
  function changed(): void {
    if (running) again = true
    else void refresh()
  }

  watch(
    () => (enabled() ? JSON.stringify(key()) : ''),
    (name) => {
      const known = cache.get(name) as T | undefined
      if (known !== undefined || !keep) data.value = known
      refusal.value = null
      void refresh()
    },
    { immediate: true },
  )
  const deafen = onChange(topics, changed)
  onScopeDispose(() => {
    deafen()
    running?.abort()
  })

  /** Puts an answer that came another way, such as a command's output, in the place of the one shown. */
  function replace(answer: T): void {
    cache.put(JSON.stringify(key()), answer)
    data.value = answer
  }

  return { data: data as Readonly<Ref<T | undefined>>, refusal, loading: readonly(loading), refresh, replace }
}
