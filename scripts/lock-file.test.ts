import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './setup/paths.js'

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> }
const project = read('package.json') as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
const locked = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Where Node looks for what a package needs: `node_modules/a/node_modules/b/`, `node_modules/a/`, and the root. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/node_modules/')
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/node_modules/') + '/').concat('')
}

test('the lock file names no registry, so that it installs from any', () => {
  expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([])
})

test('each locked package has its checksum', () => {
  expect(locked.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([])
})

test('each install script was allowed or denied on purpose', () => {
  const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))
  expect(withScript.filter((name) => !(name in project.allowScripts))).toEqual([])
})

test('what a locked package needs is locked too, also for other systems, or `npm ci` refuses', () => {
  const missing = locked.flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${path} needs ${name}`),
  )
  expect(missing).toEqual([])
})

test('only the Node that we pin runs an install script', () => {
  const allowed = Object.entries(project.allowScripts).filter(([, decision]) => decision)
  expect(allowed.map(([name]) => name)).toEqual(['node'])
})

test('dependencies are pinned to one exact version', () => {
  const ranges = Object.entries({ ...project.dependencies, ...project.devDependencies })
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('only better-sqlite3 travels with the package; the rest is bundled', () => {
  expect(Object.keys(project.dependencies)).toEqual(['better-sqlite3'])
})
