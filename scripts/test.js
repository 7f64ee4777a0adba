// `npm test [-- filters]`: installs and builds what is missing, a browser too, and runs the tests.
// Its last line is always `N passed, N failed, N skipped`.
// Plain JavaScript for Node >= 20 without dependencies: it runs before anything is installed.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './setup/browser.js'
import { ensureBuilt } from './setup/build.js'
import { ensureInstalled } from './setup/install.js'
import { cache, modules, pinnedNode } from './setup/paths.js'
import { environment, main, runForeground } from './setup/run.js'
import { installTestTools } from './setup/system.js'

const totalsFile = join(cache, 'test-totals.json')

await main(async () => {
  let code = 1
  rmSync(totalsFile, { force: true })
  try {
    code = await runTests(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  const { passed, failed, skipped } = totals()
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  return code === 0 && failed > 0 ? 1 : code
})

/** @param {string[]} args filters and options for vitest */
async function runTests(args) {
  ensureInstalled()
  const env = { GUITAI_TOTALS: totalsFile, ...(onlyUnitTests(args) ? {} : prepareScreens()) }
  return runForeground(pinnedNode, [join(modules, 'vitest', 'vitest.mjs'), 'run', ...args], environment(env))
}

/** Tests beside the code need neither the build nor a browser. @param {string[]} args */
function onlyUnitTests(args) {
  const filters = args.filter((arg) => !arg.startsWith('-'))
  return filters.length > 0 && filters.every((filter) => /^(src|scripts|eslint-rules|bench)\//.test(filter))
}

function prepareScreens() {
  const browser = ensureBrowser()
  installTestTools()
  ensureBuilt()
  return { GUITAI_BROWSER: browser }
}

/** A run that ended before it could count is one failure, never none. */
function totals() {
  if (!existsSync(totalsFile)) return { passed: 0, failed: 1, skipped: 0 }
  return JSON.parse(readFileSync(totalsFile, 'utf8'))
}
