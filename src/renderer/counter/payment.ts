/** Taking the money: which tender pays how much, and what is given back. Pure. */
import type { Tender } from '../../contract/documents.ts'

export interface Part {
  readonly tender: Tender
  /** What it pays of the sale. */
  readonly amount: number
  /** What was handed over, in cash. */
  readonly received?: number
}

export interface Taken {
  readonly parts: readonly Part[]
  /** Nothing is left to pay. */
  readonly finished: boolean
}

export type TakingRefusal = 'CHANGE_ONLY_FROM_CASH' | 'SURE' | 'MORE_THAN_REFUND'

/** Cash this far above what is due was probably a slip of the finger. */
const SURPRISING = 1_000

export const paidBy = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.amount, 0)

export const receivedBy = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + (part.received ?? part.amount), 0)

export const changeOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + Math.max(0, (part.received ?? part.amount) - part.amount), 0)

/**
 * Lets `tender` pay `typed`, or all that is left when nothing was typed. Only cash may be more than is due; far more asks
 * once (`SURE`) unless `sure`.
 */
export function take(
  parts: readonly Part[],
  due: number,
  { tender, typed, decimals, sure }: { tender: Tender; typed: number | null; decimals: number; sure: boolean },
): Taken | TakingRefusal {
  const left = due - paidBy(parts)
  const given = typed ?? left
  if (given > left && tender !== 'cash') return 'CHANGE_ONLY_FROM_CASH'
  if (given - left > SURPRISING * 10 ** decimals && !sure) return 'SURE'
  const amount = Math.min(given, left)
  return { parts: amount > 0 ? added(parts, tender, amount, given) : parts, finished: amount === left }
}

/** Lets `tender` give back `typed`, or all that is left of the refund when nothing was typed. */
export function giveBack(
  parts: readonly Part[],
  refund: number,
  { tender, typed }: { tender: Tender; typed: number | null },
): Taken | TakingRefusal {
  const left = refund - paidBy(parts)
  const amount = typed ?? left
  if (amount > left) return 'MORE_THAN_REFUND'
  return { parts: amount > 0 ? added(parts, tender, amount) : parts, finished: amount === left }
}

/** One row per tender: the same one again adds up. */
function added(parts: readonly Part[], tender: Tender, amount: number, given?: number): readonly Part[] {
  const before = parts.find((part) => part.tender === tender)
  const others = parts.filter((part) => part.tender !== tender)
  const sum = amount + (before?.amount ?? 0)
  if (tender !== 'cash' || given === undefined) return [...others, { tender, amount: sum }]
  return [...others, { tender, amount: sum, received: given + (before?.received ?? 0) }]
}
