/** How many of each colour and size are to be sold, as keys and fingers say it. Pure. */
import type { StyleView } from '../../contract/products.ts'
import type { Quantity } from '../../contract/values.ts'

export interface Place {
  readonly row: number
  readonly column: number
}

/** Counts by SKU. */
export type Counts = ReadonlyMap<number, number>

/** Three digits: more of one size is a typing mistake. */
const MOST = 999
const ONE = 1_000

export const cellAt = ({ cells }: StyleView, { row, column }: Place) => cells[row]?.[column] ?? null

/** The next place in that direction; it stops at the edge. */
export function stepped(style: StyleView, { row, column }: Place, rows: number, columns: number): Place {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  return { row: within(row + rows, style.colours.length), column: within(column + columns, style.sizes.length) }
}

/** Where one begins: the first variant that there is, one in stock before others. */
export function firstPlace(style: StyleView): Place {
  const places = style.cells.flatMap((cells, row) => cells.map((cell, column) => ({ row, column, cell })))
  const { row = 0, column = 0 } =
    places.find(({ cell }) => cell && cell.atCounter > 0) ?? places.find(({ cell }) => cell) ?? {}
  return { row, column }
}

export function counted(counts: Counts, skuId: number, count: number): Counts {
  const next = new Map(counts)
  if (count <= 0) next.delete(skuId)
  else next.set(skuId, Math.min(MOST, count))
  return next
}

/** A digit after those that stand there. */
export function typedDigit(counts: Counts, skuId: number, digit: number): Counts {
  const count = (counts.get(skuId) ?? 0) * 10 + digit
  return count > MOST ? counts : counted(counts, skuId, count)
}

export const erasedDigit = (counts: Counts, skuId: number): Counts =>
  counted(counts, skuId, Math.floor((counts.get(skuId) ?? 0) / 10))

/** What goes into the basket, in the order of the grid; one of the cell that one stands on when nothing was counted. */
export function chosenOf(style: StyleView, counts: Counts, place: Place) {
  const here = cellAt(style, place)
  const meant = counts.size > 0 || !here ? counts : new Map([[here.skuId, 1]])
  return style.cells
    .flat()
    .filter((cell) => cell !== null)
    .flatMap((cell) => {
      const count = meant.get(cell.skuId)
      return count === undefined ? [] : [{ ...cell, scannedUnit: cell.unit, quantity: (count * ONE) as Quantity }]
    })
}
