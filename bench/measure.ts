/** What a benchmark says, and the few statistics that it needs. */

export interface Result {
  readonly name: string
  readonly budget: string
  readonly measured: string
  /** Null for what is told for information only. */
  readonly pass: boolean | null
  readonly figures: Readonly<Record<string, unknown>>
}

/** The value that `share` of all are at or below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.max(0, Math.ceil(sorted.length * share) - 1)
  return sorted[at] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
export const highest = (values: readonly number[]): number => percentile(values, 1)

export interface Spread {
  readonly samples: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** In the unit of the values, to three decimals. */
export function spreadOf(values: readonly number[]): Spread {
  const of = (share: number) => rounded(percentile(values, share))
  return { samples: values.length, p50: of(0.5), p95: of(0.95), p99: of(0.99), max: of(1) }
}

export const rounded = (value: number): number => Math.round(value * 1_000) / 1_000
export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
