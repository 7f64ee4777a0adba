// Plain JavaScript for Node >= 20 without dependencies, like all of this folder: it runs before anything is installed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const modules = join(root, 'node_modules')
export const cache = join(modules, '.cache', 'guitai')

/** The Node that the project pins, whatever the machine has. */
export const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

export const hasPinnedNode = () => existsSync(pinnedNode)
