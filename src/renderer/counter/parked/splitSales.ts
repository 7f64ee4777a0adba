/** 拆单/合单 of two sales: what they hold as lines that can be moved, and the two sales that come of it. Pure. */
import { proportion } from '../../../contract/values.ts'
import type { Money } from '../../../contract/values.ts'
import { EMPTY, isEmptySale } from '../basket.ts'
import type { BasketItem, OpenSale } from '../basket.ts'
import type { Side, Split, SplitLine } from './splitLines.ts'

/** `left` is the open basket. */
export type TwoSales = Readonly<Record<Side, OpenSale>>

const SIDES: readonly Side[] = ['left', 'right']

export function linesOf({ left, right }: TwoSales): Split {
  return { left: merged(left, 'left'), right: merged(right, 'right') }
}

/** The bill that lines are split off to: of the same people and terms. A sum or a total was agreed on for the whole alone. */
export const newBill = ({ customer, salesperson, source, note, off }: OpenSale): OpenSale => ({
  ...EMPTY,
  ...{ customer, salesperson, source, note },
  off: off?.kind === 'rate' ? off : null,
})

/** Lines that are the same but for how much. */
function merged({ items }: OpenSale, side: Side): SplitLine[] {
  const lines = new Map<string, SplitLine>()
  for (const item of items) {
    const key = nameOf(item, side)
    const { title, unit } = item
    lines.set(key, { key, title, unit, quantity: (lines.get(key)?.quantity ?? 0) + item.quantity })
  }
  return [...lines.values()]
}

/** The same for what joins on either side; a sum taken off, and a scale's label, belong to their own line alone. */
function nameOf(item: BasketItem, side: Side): string {
  const { key, quantity: _q, ...same } = item
  const isOwn = item.off?.kind === 'amount' || (item.kind === 'item' && item.labelAmount !== null)
  return isOwn ? `${side}:${String(key)}` : JSON.stringify(same)
}

/**
 * The sales after lines were moved. A sale whose lines changed has no tenders entered any more. One that lost everything
 * leaves its customer to the other if that has none, and all that was said of it if the other was empty.
 */
export function moved(before: TwoSales, split: Split): TwoSales {
  const source = new Map<string, { readonly item: BasketItem; readonly total: number }>()
  for (const side of SIDES) {
    for (const item of before[side].items) {
      const key = nameOf(item, side)
      source.set(key, { item, total: (source.get(key)?.total ?? 0) + item.quantity })
    }
  }
  const itemsOn = (side: Side): BasketItem[] =>
    split[side].flatMap((line, at) => {
      const found = source.get(String(line.key))
      const upTo = side === 'left' ? 0 : quantityOf(split.left, line.key)
      return found ? [partOf(found.item, { key: at + 1, from: upTo, quantity: line.quantity, total: found.total })] : []
    })
  const after = { left: itemsOn('left'), right: itemsOn('right') }
  return { left: saleWith(before, 'left', after), right: saleWith(before, 'right', after) }
}

const quantityOf = (lines: readonly SplitLine[], key: SplitLine['key']): number =>
  lines.find((line) => line.key === key)?.quantity ?? 0

interface Part {
  readonly key: number
  /** How much of the line lies on the other side, before this part. */
  readonly from: number
  readonly quantity: number
  readonly total: number
}

/** A part brings its share of what was taken off, and both add up; part of what a scale labelled is priced as any goods. */
function partOf(item: BasketItem, { key, from, quantity, total }: Part): BasketItem {
  const part = { ...item, key, quantity }
  if (quantity === total) return part
  const label = part.kind === 'item' ? { ...part, labelAmount: null } : part
  if (item.off?.kind !== 'amount') return label
  const upTo = (count: number): number =>
    proportion(item.off?.kind === 'amount' ? item.off.amount : (0 as Money), count, total)
  const amount = (upTo(from + quantity) - upTo(from)) as Money
  return { ...label, off: amount > 0 ? { kind: 'amount', amount } : null }
}

function saleWith(before: TwoSales, side: Side, after: Readonly<Record<Side, readonly BasketItem[]>>): OpenSale {
  const [own, other] = [before[side], before[side === 'left' ? 'right' : 'left']]
  const items = after[side]
  const isOtherGone = after[side === 'left' ? 'right' : 'left'].length === 0 && other.returns.length === 0
  const base = isOtherGone && isEmptySale(own) ? { ...other, returns: own.returns } : own
  const customer = base.customer ?? (isOtherGone ? other.customer : null)
  const off = base.off?.kind === 'agreedTotal' && countOf(items) !== countOf(base.items) ? null : base.off
  return { ...base, customer, off, items, selected: items.at(-1)?.key ?? null, parts: [] }
}

/** How much of everything: a total that was agreed on goes with the goods that it was agreed on for. */
const countOf = (items: readonly BasketItem[]): number => items.reduce((sum, { quantity }) => sum + quantity, 0)
