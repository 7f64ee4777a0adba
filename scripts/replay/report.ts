/** The report of a replay, as JSON for programs. Amounts are decimal strings, for JSON numbers are floats. */
import { amountOfUnits, formatExact } from './exact.ts'
import type { Proof } from './proof.ts'
import type { Count, LineKind, Tally } from './tally.ts'

interface Split<T> {
  readonly total: T
  readonly booked: T
  readonly refused: T
}

export interface Report {
  readonly lines: Split<number>
  /** Quantity × unit price as in the file, unrounded. */
  readonly amount: Split<string>
  /** The sum of the line amounts that the shop stored, each rounded to the penny. */
  readonly bookedRounded: string
  readonly reasons: Readonly<Record<string, { readonly lines: number; readonly amount: string }>>
  readonly months: readonly {
    readonly month: string
    readonly kind: LineKind
    readonly documents: number
    readonly lines: number
    readonly amount: string
  }[]
  readonly invariants: Readonly<Record<string, boolean>>
  readonly linesPerSecond: number
}

const KINDS: readonly LineKind[] = [
  'sale',
  'return',
  'return-without-receipt',
  'adjustment',
  'service',
  'discount',
  'refused',
]

export function reportOf(
  tally: Tally,
  { bookedRounded, invariants }: Proof,
  { decimals, linesPerSecond }: { readonly decimals: number; readonly linesPerSecond: number },
): Report {
  const { total, booked, refused } = tally
  return {
    lines: { total: total.lines, booked: booked.lines, refused: refused.lines },
    amount: {
      total: formatExact(total.amount),
      booked: formatExact(booked.amount),
      refused: formatExact(refused.amount),
    },
    bookedRounded: formatExact(amountOfUnits(bookedRounded, decimals)),
    reasons: Object.fromEntries([...tally.reasons].sort(byKey).map(([reason, count]) => [reason, shown(count)])),
    months: [...tally.months.values()]
      .sort((a, b) => a.month.localeCompare(b.month) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
      .map(({ month, kind, documents, ...count }) => ({ month, kind, documents, ...shown(count) })),
    invariants,
    linesPerSecond: Math.round(linesPerSecond),
  }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => a.localeCompare(b)
const shown = ({ lines, amount }: Count) => ({ lines, amount: formatExact(amount) })
