import { onBeforeUnmount, watchEffect } from 'vue'

/** Tells the printer the size of the paper, so that nobody touches margins: `@page` cannot be set from a style attribute. */
export function usePageRule(size: () => { readonly width: number; readonly height: number } | null): void {
  const style = document.createElement('style')
  document.head.append(style)
  watchEffect(() => {
    const paper = size()
    style.textContent = paper === null ? '' : `@page { size: ${paper.width}mm ${paper.height}mm; margin: 0 }`
  })
  onBeforeUnmount(() => style.remove())
}
