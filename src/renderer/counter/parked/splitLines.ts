/** Moves lines between two baskets. What leaves one is in the other: quantities always add up. */
export interface SplitLine {
  /** The same in both baskets for the same goods at the same price. */
  readonly key: string | number
  readonly title: string
  readonly unit: string
  /** In thousandths, as everywhere. */
  readonly quantity: number
}

export type Side = 'left' | 'right'
export type Split = Readonly<Record<Side, readonly SplitLine[]>>

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left')

const ONE = 1_000

/** @param quantity how much of it; all of it when it has less */
export function moveLine(split: Split, from: Side, key: SplitLine['key'], quantity = Number.POSITIVE_INFINITY): Split {
  const line = split[from].find((one) => one.key === key)
  if (!line) return split
  const moved = Math.min(quantity, line.quantity)
  const to = otherSide(from)
  return { ...split, [from]: less(split[from], key, moved), [to]: more(split[to], { ...line, quantity: moved }) }
}

/** One piece of it, or the rest where less than one is left. */
export const moveOne = (split: Split, from: Side, key: SplitLine['key']): Split => moveLine(split, from, key, ONE)

export function moveAll(split: Split, from: Side): Split {
  return split[from].reduce((moved, { key }) => moveLine(moved, from, key), split)
}

function less(lines: readonly SplitLine[], key: SplitLine['key'], quantity: number): SplitLine[] {
  return lines
    .map((line) => (line.key === key ? { ...line, quantity: line.quantity - quantity } : line))
    .filter((line) => line.quantity > 0)
}

function more(lines: readonly SplitLine[], added: SplitLine): SplitLine[] {
  if (!lines.some(({ key }) => key === added.key)) return [...lines, added]
  return lines.map((line) => (line.key === added.key ? { ...line, quantity: line.quantity + added.quantity } : line))
}
