/** `npm run check:locales`: texts that are missing or unused in any locale, and errors without a sentence. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERRORS } from '../src/contract/errors.ts'
import { problemsOf } from './locales/problems.ts'
import { readLocale } from './locales/texts.ts'
import { type Uses, usesIn } from './locales/uses.ts'
import { root } from './setup/paths.js'

const LOCALES = ['zh-CN', 'zh-TW', 'en']
const renderer = join(root, 'src', 'renderer')
const folder = join(renderer, 'locales')

const locales = await Promise.all(LOCALES.map(async (name) => ({ name, texts: await readLocale(folder, name) })))
const problems = problemsOf(locales, usesUnder(renderer), Object.keys(ERRORS))
for (const problem of problems) console.error(problem)
console.log(`${locales[0]!.texts.size} texts in ${LOCALES.length} locales, ${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0

function usesUnder(sources: string): Uses {
  const files = globSync('**/*.{ts,vue}', { cwd: sources })
    .filter((file) => !file.startsWith('locales') && !/\.(test|d)\.ts$/.test(file))
    .map((file) => join(sources, file))
  const all = files.map((file) => usesIn(file, readFileSync(file, 'utf8')))
  return {
    keys: new Set(all.flatMap(({ keys }) => [...keys])),
    prefixes: new Set(all.flatMap(({ prefixes }) => [...prefixes])),
    constants: new Set(all.flatMap(({ constants }) => [...constants])),
  }
}
