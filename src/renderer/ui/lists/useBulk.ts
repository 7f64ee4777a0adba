import { computed, onScopeDispose, readonly, ref, shallowRef } from 'vue'
import { ulid } from 'ulid'
import { isUncertain, toRefusal, type Refusal } from '../../api/refusal.ts'

export interface Outcome<T> {
  readonly row: T
  /** Why not; null once it is done. */
  readonly refusal: Refusal | null
}

type Send<T> = (row: T, requestId: string) => Promise<unknown>

/** Does one thing to many rows, one after the other, and says of each what became of it. */
export function useBulk<T>(keyOf: (row: T) => string | number) {
  const outcomes = shallowRef<readonly Outcome<T>[]>([])
  const total = ref(0)
  const busy = ref(false)
  /** Of answers that were lost: who tries again says the same wish, so that nothing is done twice. */
  const unanswered = new Map<string, string>()
  let running: AbortController | undefined

  /** @returns the rows that are not done: refused, or not come to */
  async function run(name: string, rows: readonly T[], send: Send<T>): Promise<T[]> {
    if (busy.value) return [...rows]
    busy.value = true
    const { signal } = (running = new AbortController())
    total.value = rows.length
    outcomes.value = []
    for (const row of rows) {
      if (signal.aborted) break
      const refusal = await one(`${name} ${String(keyOf(row))}`, row, send)
      outcomes.value = [...outcomes.value, { row, refusal }]
    }
    busy.value = false
    const done = new Set(outcomes.value.filter(({ refusal }) => refusal === null).map(({ row }) => row))
    return rows.filter((row) => !done.has(row))
  }

  async function one(wish: string, row: T, send: Send<T>): Promise<Refusal | null> {
    const requestId = unanswered.get(wish) ?? ulid()
    unanswered.set(wish, requestId)
    try {
      await send(row, requestId)
      unanswered.delete(wish)
      return null
    } catch (error) {
      const refusal = toRefusal(error)
      if (!isUncertain(refusal)) unanswered.delete(wish)
      return refusal
    }
  }

  const stop = () => running?.abort()
  onScopeDispose(stop)
  return {
    run,
    stop,
    clear: () => (outcomes.value = []),
    outcomes,
    total: readonly(total),
    busy: readonly(busy),
    failed: computed(() => outcomes.value.filter(({ refusal }) => refusal !== null)),
  }
}
