/** Bundles a child program of tests, so that starting it fifty times costs little. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

/** Inside the project, where its node_modules are found. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/guitai')

export async function bundled(name: string): Promise<URL> {
  mkdirSync(CACHE, { recursive: true })
  const outDir = mkdtempSync(join(CACHE, `${name}-`))
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'children', `${name}.ts`),
      outDir,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return pathToFileURL(join(outDir, `${name}.js`))
}
