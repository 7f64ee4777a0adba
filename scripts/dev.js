// `npm run dev`: the app that follows the source. Electron where it can be had; else the headless host beside vite.
import { join } from 'node:path'
import { findElectron } from './setup/electron.js'
import { ensureInstalled } from './setup/install.js'
import { modules, pinnedNode, root } from './setup/paths.js'
import { main, runForeground } from './setup/run.js'

await main(async () => {
  const args = process.argv.slice(2)
  ensureInstalled()
  const electron = await findElectron()
  if ('program' in electron) {
    return runForeground(pinnedNode, [join(modules, 'electron-vite', 'bin', 'electron-vite.js'), 'dev', '--', ...args])
  }
  console.log(`${electron.missing}: following the source in a browser.`)
  return runForeground(pinnedNode, [join(root, 'scripts', 'dev-headless.ts'), ...args])
})
