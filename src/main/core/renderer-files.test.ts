import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { findRendererFile } from './renderer-files.ts'

let root = ''

beforeEach(() => {
  const folder = aFolder()
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets', 'index-1a2b.js'), '1')
  writeFileSync(join(root, 'assets', 'notes.xyz'), '1')
  writeFileSync(join(folder, 'secret.js'), '1')
  mkdirSync(join(folder, 'renderer-2'))
  writeFileSync(join(folder, 'renderer-2', 'secret.js'), '1')
})

const find = (pathname: string) => findRendererFile(root, pathname)

test('every page of the app is the one page, asked for anew each time', () => {
  for (const path of ['/', '/counter', '/orders/12', '']) {
    expect(find(path)).toEqual({
      path: join(root, 'index.html'),
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': '15', 'cache-control': 'no-cache' },
    })
  }
})

test('what has a hash in its name is kept for good', () => {
  expect(find('/assets/index-1a2b.js')?.headers).toEqual({
    'content-type': 'text/javascript; charset=utf-8',
    'content-length': '1',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

test('a file of no known kind is no text', () => {
  expect(find('/assets/notes.xyz')?.headers['content-type']).toBe('application/octet-stream')
})

test.each([
  '/../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/assets/../../secret.js',
  '/../renderer-2/secret.js',
  '/..%5csecret.js',
  '/assets/index-1a2b.js%00',
  '/%zz.js',
  '/assets/none.js',
])('%s is not found', (path) => {
  expect(find(path)).toBeNull()
})
