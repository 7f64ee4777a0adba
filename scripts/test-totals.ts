/** Counts for the last line of `npm test`, written to a file so that nothing can be printed after it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

export default class TestTotals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env.GUITAI_TOTALS
    if (!file) return
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that does not load and an error outside a test are failures too, though no test says so.
    const outsideTests = modules.reduce((sum, module) => sum + errorsOutsideTests(module), unhandledErrors.length)
    const totals = { passed: count('passed'), failed: count('failed') + outsideTests, skipped: count('skipped') }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(totals))
    for (const test of tests) {
      const result = test.result()
      if (result.state === 'skipped') console.log(`skipped: ${test.fullName}${result.note ? ` (${result.note})` : ''}`)
    }
  }
}

function errorsOutsideTests(module: TestModule): number {
  return [module, ...module.children.allSuites()].reduce((sum, part) => sum + part.errors().length, 0)
}
