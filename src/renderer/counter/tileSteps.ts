/** Where an arrow key leads among tiles in rows; null when it is no such key, or there is nothing in that direction. Pure. */
export function stepOf(
  code: string,
  { at, columns, count }: { readonly at: number; readonly columns: number; readonly count: number },
): number | null {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns }[code]
  return to !== undefined && to >= 0 && to < count ? to : null
}
