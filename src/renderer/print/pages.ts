/** Breaks lines into pages, so that page n/m, repeated heads and totals on the last page are right in preview and print. */

export interface Heights {
  /** What one page holds. */
  readonly page: number
  /** The full head of the first page, and the short one of the others. */
  readonly first: number
  readonly running: number
  /** The column titles, on every page. */
  readonly columns: number
  readonly rows: readonly number[]
  /** Totals, words and signatures, on the last page. */
  readonly end: number
}

/** The rows of each page: `from` up to but without `to`. */
export interface PageRows {
  readonly from: number
  readonly to: number
}

export function breakIntoPages({ page, first, running, columns, rows, end }: Heights): PageRows[] {
  const pages: PageRows[] = []
  let from = 0
  let left = page - first - columns
  const turn = (at: number) => {
    pages.push({ from, to: at })
    from = at
    left = page - running - columns
  }
  rows.forEach((height, at) => {
    if (height > left && at > from) turn(at)
    left -= height
  })
  // Totals never stand alone: the last line goes over with them.
  if (end > left && rows.length > 0) turn(rows.length - from > 1 ? rows.length - 1 : rows.length)
  pages.push({ from, to: rows.length })
  return pages
}
