import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasPinnedNode, modules, root } from './paths.js'
import { SetupError, runOrStop } from './run.js'

/** Installs what the lock file names, unless it is there already. */
export function ensureInstalled() {
  if (isInstalled()) return
  const { command, args } = npm()
  // Windows cannot delete the Node that may be running this script, which `npm ci` would do.
  const verb = process.platform === 'win32' && existsSync(modules) ? 'install' : 'ci'
  const shell = command.endsWith('.cmd')
  runOrStop(
    'Installing what Guitai needs',
    command,
    [...args, verb, '--no-audit', '--no-fund', '--loglevel', 'error'],
    { shell },
  )
  if (!hasPinnedNode()) {
    throw new SetupError('The install ended without the Node that Guitai pins. Does npm ignore install scripts here?')
  }
}

function isInstalled() {
  const installed = packagesIn(join(modules, '.package-lock.json'))
  return (
    installed !== undefined && hasPinnedNode() && sameVersions(packagesIn(join(root, 'package-lock.json')), installed)
  )
}

/**
 * npm keeps its own record of what it installed. Comparing with that, instead of a stamp of ours, also notices an install
 * that was done by hand, and one that was cut short.
 * @param {LockedPackages | undefined} locked
 * @param {LockedPackages} installed
 */
export function sameVersions(locked = {}, installed) {
  return Object.entries(locked).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || wanted.devOptional || installed[path]?.version === wanted.version,
  )
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} LockedPackages
 * @param {string} file
 * @returns {LockedPackages | undefined}
 */
function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

/** npm under the Node that it was started with: ours may be about to be replaced. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script?.endsWith('.js')) return { command: node ?? process.execPath, args: [script] }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] }
}
