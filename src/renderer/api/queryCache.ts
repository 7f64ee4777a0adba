import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

const MOST_ENTRIES = 60

/** The last answers, shown at once when a screen is opened again while the shop is asked anew. */
export const useQueryCache = defineStore('queries', () => {
  const entries = shallowReactive(new Map<string, unknown>())

  function put(key: string, value: unknown): void {
    entries.delete(key)
    entries.set(key, value)
    const [oldest] = entries.keys()
    if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest)
  }

  return { get: (key: string) => entries.get(key), put, clear: () => entries.clear() }
})
