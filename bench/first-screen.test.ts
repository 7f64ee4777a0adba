import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scriptsOf } from './first-screen.ts'

test('a screen loads its entry, its page and what these import, and not what comes later', () => {
  const renderer = mkdtempSync(join(tmpdir(), 'guitai-screen-'))
  onTestFinished(() => rmSync(renderer, { recursive: true }))
  mkdirSync(join(renderer, 'assets'))
  const write = (file: string, text: string) => {
    writeFileSync(join(renderer, file), text)
  }
  write('index.html', '<script type="module" crossorigin src="/assets/index-a.js"></script>')
  write('assets/index-a.js', 'import{a as b}from"./vendor-b.js";import"./side-c.js";const p=()=>import("./Page-d.js")')
  write('assets/vendor-b.js', 'export const a=1')
  write('assets/side-c.js', 'import{a}from"./vendor-b.js"')
  write('assets/Page-d.js', 'import{x}from"./shared-e.js"')
  write('assets/shared-e.js', 'export const x=1')
  write('assets/Other-f.js', 'export{x}from"./shared-e.js"')

  const loaded = [...scriptsOf(renderer, /^Page-/)].sort()
  expect(loaded).toEqual(
    ['index-a', 'vendor-b', 'side-c', 'Page-d', 'shared-e'].map((name) => `assets/${name}.js`).sort(),
  )
})
