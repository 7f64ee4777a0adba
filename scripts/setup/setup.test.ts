import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from './browser.js'
import { hashOfSources } from './build.js'
import { sameVersions } from './install.js'

describe('an install is complete', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }

  test('when each locked package is there in its version', () => {
    expect(
      sameVersions(locked, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/extra': { version: '1.0.0' } }),
    ).toBe(true)
  })

  test('but not when one is missing or of another version', () => {
    expect(sameVersions(locked, {})).toBe(false)
    expect(sameVersions(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false)
  })
})

describe('a build is up to date', () => {
  let folder = ''
  const write = (file: string, text: string) => writeFileSync(join(folder, 'src', file), text)

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'guitai-sources-')), '/')
    mkdirSync(join(folder, 'src'))
    write('a.ts', '1')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('while nothing that it reads changes', () => {
    const before = hashOfSources(folder)
    write('a.ts', '1')
    write('a.test.ts', 'tests are not built')
    expect(hashOfSources(folder)).toBe(before)
  })

  test('but not after a file was changed, added, renamed or removed', () => {
    const seen = [hashOfSources(folder)]
    write('a.ts', '2')
    seen.push(hashOfSources(folder))
    write('b.ts', '2')
    seen.push(hashOfSources(folder))
    renameSync(join(folder, 'src/b.ts'), join(folder, 'src/c.ts'))
    seen.push(hashOfSources(folder))
    rmSync(join(folder, 'src/a.ts'))
    seen.push(hashOfSources(folder))
    expect(new Set(seen).size).toBe(5)
  })
})

test('a browser that was named is taken as it is', () => {
  expect(findBrowser({ GUITAI_BROWSER: '/opt/my-browser' })).toBe('/opt/my-browser')
  expect(findBrowser({ CHROME_PATH: '/opt/chrome' })).toBe('/opt/chrome')
})
