/** The browser side cannot see Node types, nor Node the browser's: each project of TypeScript must refuse the other's words. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { cache, modules, root } from './setup/paths.js'

const folder = join(cache, 'two-sides')

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  {
    project: 'tsconfig.web.json',
    loads: ['@orpc/client', 'naive-ui', 'pinia', 'vue', 'vue-i18n', 'vue-router'],
    own: 'document.title',
    other: ['process.version', 'Buffer.from("")', '__dirname'],
  },
  {
    project: 'tsconfig.node.json',
    loads: ['@orpc/server', 'better-sqlite3', 'drizzle-orm', 'electron', 'vite', 'vitest'],
    own: 'process.version',
    other: ['document.title', 'window.innerWidth'],
  },
])('$project knows its own side only', { timeout: 60_000 }, ({ project, loads, own, other }) => {
  expect(filesWithErrors(project, loads, [own, ...other])).toEqual(other)
})

/** Each line in a file of its own, with the libraries of that side, which may bring types along. */
function filesWithErrors(project: string, loads: readonly string[], lines: readonly string[]): string[] {
  mkdirSync(folder, { recursive: true })
  const imports = ['zod', '@orpc/contract', ...loads].map((name) => `import '${name}'\n`).join('')
  const files = lines.map((line, at) => ({ line, name: `line-${String(at)}.ts` }))
  for (const { line, name } of files) writeFileSync(join(folder, name), `${imports}export const value = ${line}\n`)
  const config = { extends: join(root, project), compilerOptions: { incremental: false }, include: ['line-*.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = spawnSync(process.execPath, [join(modules, 'typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
  const errors = tsc.stdout.split('\n').filter((line) => line.includes('error TS'))
  const found = files.filter(({ name }) => errors.some((error) => error.includes(name)))
  expect(errors).toHaveLength(found.length)
  return found.map(({ line }) => line)
}
