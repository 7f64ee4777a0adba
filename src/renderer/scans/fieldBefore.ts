/** A field as it was before a scan wrote into it. */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export interface FieldBefore {
  readonly field: Field
  /** Puts back what stood there; while an IME composes, once it has written down what it made of the scan. */
  restore(composing: boolean): void
}

/** Null where nothing is written, such as on a button. */
export function fieldBefore(element: Element): FieldBefore | null {
  if (!isField(element)) return null
  const before = element.value
  const caret = element instanceof HTMLSelectElement ? null : element.selectionEnd

  function write(field: Field): void {
    if (field.value === before) return
    field.value = before
    if (caret !== null && !(field instanceof HTMLSelectElement)) field.setSelectionRange(caret, caret)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }))
  }

  return {
    field: element,
    restore(composing) {
      if (!composing) write(element)
      else element.addEventListener('compositionend', () => setTimeout(() => write(element)), { once: true })
    },
  }
}

function isField(element: Element): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  )
}
