import { computed, shallowRef } from 'vue'

type Key = string | number

/** Which rows of a list are chosen, for what is done to all of them at once. They stay chosen while one pages and scrolls. */
export function useSelection<T>(keyOf: (row: T) => Key) {
  const chosen = shallowRef<ReadonlyMap<Key, T>>(new Map())
  const has = (row: T): boolean => chosen.value.has(keyOf(row))

  function toggle(row: T): void {
    const next = new Map(chosen.value)
    if (!next.delete(keyOf(row))) next.set(keyOf(row), row)
    chosen.value = next
  }

  const hasAll = (rows: readonly T[]): boolean => rows.length > 0 && rows.every(has)

  /** All that are shown, or none where all were. */
  function toggleAll(rows: readonly T[]): void {
    set(hasAll(rows) ? [] : [...chosen.value.values(), ...rows])
  }

  function set(rows: readonly T[]): void {
    chosen.value = new Map(rows.map((row) => [keyOf(row), row]))
  }

  return {
    rows: computed(() => [...chosen.value.values()]),
    keyOf,
    has,
    hasAll,
    toggle,
    toggleAll,
    set,
    clear: () => set([]),
  }
}

export type Selection<T> = ReturnType<typeof useSelection<T>>
