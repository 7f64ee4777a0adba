import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, pinnedNode, root } from './paths.js'
import { environment, runOrStop } from './run.js'

const stamp = join(root, 'out', '.built-from')
/** The guide is part of the app, with its pictures, and so is what stands in the tray. */
const READ_IN = ['src', 'resources', join('docs', 'guide'), join('docs', 'screenshots')]

/** Builds main, preload and renderer into out/, unless that was done from these very sources. */
export function ensureBuilt() {
  const sources = hashOfSources(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  forgetBuild()
  const electronVite = join(modules, 'electron-vite', 'bin', 'electron-vite.js')
  runOrStop('Building Guitai', pinnedNode, [electronVite, 'build', '--logLevel', 'warn'], { env: environment() })
  writeFileSync(stamp, sources)
}

export function forgetBuild() {
  rmSync(stamp, { force: true })
}

/**
 * A hash over the contents of everything that a build reads.
 * @param {string} folder of the project
 */
export function hashOfSources(folder) {
  const hash = createHash('sha256')
  const files = [
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
    ...READ_IN.flatMap((below) => filesUnder(folder, below)),
  ]
  for (const file of files) {
    if (existsSync(join(folder, file))) hash.update(`${file}\0`).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {string} below
 */
function filesUnder(folder, below) {
  if (!existsSync(join(folder, below))) return []
  return readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
    .map((file) => join(below, file))
    .filter((file) => !file.endsWith('.test.ts') && statSync(join(folder, file)).isFile())
    .sort()
}
