// `npm run serve -- --shop DIR --port N`: the headless host, built first when something changed.
import { join } from 'node:path'
import { ensureBuilt } from './setup/build.js'
import { ensureInstalled } from './setup/install.js'
import { pinnedNode, root } from './setup/paths.js'
import { main, runForeground } from './setup/run.js'

await main(() => {
  ensureInstalled()
  ensureBuilt()
  return runForeground(pinnedNode, [join(root, 'out', 'main', 'serve.js'), ...process.argv.slice(2)])
})
