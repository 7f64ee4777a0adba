/** The script that a screen loads before it can be used: its module graph from index.html on, without what is loaded later. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Result } from './measure.ts'

const BUDGET_KB = 300
const ENTRY = /<script[^>]+src="([^"]+)"|<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g

interface Screen {
  readonly name: string
  /** The page's own chunk, loaded by its route. */
  readonly page: RegExp
}

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', page: /^SignInPage-.*\.js$/ },
  { name: 'counter', page: /^CounterPage-.*\.js$/ },
]

export function firstScreens(renderer: string): Result[] {
  return SCREENS.map(({ name, page }) => {
    const chunks = [...scriptsOf(renderer, page)].map((file) => ({
      file,
      bytes: gzipSync(readFileSync(join(renderer, file))).length,
    }))
    const kilobytes = chunks.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000
    const measured = `${kilobytes.toFixed(1)} kB in ${chunks.length} files`
    const figures = { chunks: chunks.toSorted((a, b) => b.bytes - a.bytes) }
    return {
      name: `script of the first screen: ${name}`,
      budget: `≤ ${BUDGET_KB} kB gzip`,
      measured,
      pass: kilobytes <= BUDGET_KB,
      figures,
    }
  })
}

/** Paths below the renderer's folder. */
export function scriptsOf(renderer: string, page: RegExp): ReadonlySet<string> {
  const html = readFileSync(join(renderer, 'index.html'), 'utf8')
  const entries = [...html.matchAll(ENTRY)].map(([, script, preload]) =>
    (script ?? preload ?? '').replace(/^\.?\//, ''),
  )
  const folder = posix.dirname(entries[0] ?? '')
  const pages = readdirSync(join(renderer, folder)).filter((file) => page.test(file))
  if (pages.length === 0) throw new Error(`no page of the build matches ${String(page)}`)
  const found = new Set<string>()
  const follow = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    for (const [, path = ''] of readFileSync(join(renderer, file), 'utf8').matchAll(STATIC_IMPORT)) {
      follow(posix.join(dirname(file), path))
    }
  }
  for (const file of [...entries, ...pages.map((name) => posix.join(folder, name))]) follow(file)
  return found
}
