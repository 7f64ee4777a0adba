// `npm start`: installs and builds what is missing, then opens the app; without a screen or an Electron, its headless host.
// Plain JavaScript for Node >= 20 without dependencies: it runs before anything is installed.
import { join } from 'node:path'
import { ensureBuilt } from './setup/build.js'
import { findElectron } from './setup/electron.js'
import { ensureInstalled } from './setup/install.js'
import { pinnedNode, root } from './setup/paths.js'
import { main, runForeground } from './setup/run.js'

await main(async () => {
  const args = process.argv.slice(2)
  ensureInstalled()
  ensureBuilt()
  const electron = await findElectron()
  if ('program' in electron) return runForeground(electron.program, [root, ...args])
  console.log(`${electron.missing}: starting Guitai without a window, for a browser.`)
  return runForeground(pinnedNode, [join(root, 'out', 'main', 'serve.js'), ...args])
})
