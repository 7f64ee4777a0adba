// `npm run demo`: installs what is missing, then writes (or finds) the invented shop and opens it.
// Plain JavaScript for Node >= 20 without dependencies: it runs before anything is installed.
import { join } from 'node:path'
import { ensureInstalled } from './setup/install.js'
import { pinnedNode, root } from './setup/paths.js'
import { main, runForeground } from './setup/run.js'

await main(() => {
  ensureInstalled()
  return runForeground(pinnedNode, [join(root, 'scripts', 'demo', 'main.ts'), ...process.argv.slice(2)])
})
