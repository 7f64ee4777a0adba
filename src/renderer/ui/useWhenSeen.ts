import { onScopeDispose, useTemplateRef, watch } from 'vue'

/** Calls `seen` whenever the element with `ref="name"` comes into view, or nearly so. */
export function useWhenSeen(name: string, seen: () => void): void {
  const target = useTemplateRef<HTMLElement>(name)
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) seen()
    },
    { rootMargin: '300px' },
  )
  watch(target, (now, before) => {
    if (before) observer.unobserve(before)
    if (now) observer.observe(now)
  })
  onScopeDispose(() => observer.disconnect())
}
