/** A link may say how a list is filtered: `/stock?stock=negative` shows that alone. */
import type { LocationQuery } from 'vue-router'

/** Where the link names a filter, all others are cleared; a word that the list does not know filters nothing. */
export function filterByLink<F extends object>(
  filters: F,
  { query, nothing, known }: { query: LocationQuery; nothing: F; known: { readonly [K in keyof F]?: readonly F[K][] } },
): void {
  const asked = (Object.keys(known) as (keyof F & string)[]).flatMap((name) => {
    const value = known[name]?.find((word) => word === query[name])
    return value === undefined ? [] : [[name, value] as const]
  })
  if (asked.length > 0) Object.assign(filters, nothing, Object.fromEntries(asked))
}
