/** What a customer is likely to hand over for a sum: the nearest that fit its notes and coins. Pure. */
import { DENOMINATIONS } from '../../contract/denominations.ts'
import type { Currency } from '../../contract/settings.ts'

const MOST = 5

/** The sums above `due` that end on a note, lowest first; of many the largest, for those are the usual ones. */
export function likelyCash(due: number, currency: Currency, decimals: number): number[] {
  if (due <= 0) return []
  const whole = 10 ** decimals
  const notes = DENOMINATIONS[currency].filter((note) => note >= whole * 5)
  const sums = notes.map((note) => Math.ceil(due / note) * note).filter((sum) => sum > due)
  return [...new Set(sums)].toSorted((a, b) => a - b).slice(-MOST)
}
