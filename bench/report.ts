/** Results as a table for people. */
import type { Result } from './measure.ts'

const COLUMNS = ['name', 'budget', 'measured', 'verdict'] as const

export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ name, budget, measured, pass }) => ({ name, budget, measured, verdict: verdictOf(pass) }))
  const head = { name: 'what', budget: 'budget', measured: 'measured', verdict: '' }
  const widths = COLUMNS.map((column) => Math.max(...[head, ...rows].map((row) => row[column].length)))
  const line = (row: typeof head) =>
    COLUMNS.map((column, at) => row[column].padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)].join('\n')
}

const verdictOf = (pass: boolean | null): string => (pass === null ? '' : pass ? 'kept' : 'MISSED')
