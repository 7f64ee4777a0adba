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
export const cursorId = (after: string | undefined): number | null => (after === undefined ? null : Number(after))
