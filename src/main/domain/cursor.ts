/** Cuts a list that was read one row too long into a page and its cursor. */
export function pageFrom<T, R>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => string | number,
  show: (row: T) => R,
): { rows: R[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(show), next: rows.length > limit && last !== undefined ? String(cursorOf(last)) : null }
}

/** The id that a page starts after, or null for the first page. */
export const cursorId = (after: string | undefined): number | null => (after === undefined ? null : Number(idIn(after)))

/** Where a page of a sorted list starts: after that key and, among equals, that id. */
export interface SortCursor {
  readonly afterKey: string | number
  readonly afterId: number
}

export const sortCursor = (id: number, key: string | number): string => `${String(id)}:${String(key)}`

/** @param isNumber says whether the list is sorted by a number; a cursor that is none starts at zero */
export function sortCursorFrom(after: string | undefined, isNumber: boolean): SortCursor | null {
  if (after === undefined) return null
  const afterId = Number(idIn(after))
  const key = after.slice(after.indexOf(':') + 1)
  return { afterId, afterKey: isNumber ? Number(key) || 0 : key }
}

const idIn = (after: string): string => after.split(':', 1)[0] ?? after
