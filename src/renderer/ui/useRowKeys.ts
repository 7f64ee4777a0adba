import { ref } from 'vue'

/** One row at a time can be reached by Tab; the arrows walk the others. */
export function useRowKeys(count: () => number) {
  const current = ref(0)
  const elements = new Map<number, HTMLElement>()

  function rowElements(index: number, element: unknown): void {
    if (element instanceof HTMLElement) elements.set(index, element)
    else elements.delete(index)
  }

  function move(by: number): void {
    current.value = Math.max(0, Math.min(count() - 1, current.value + by))
    elements.get(current.value)?.focus()
  }

  return { current, rowElements, move }
}
