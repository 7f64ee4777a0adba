import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { shopFromArguments, userDataFor } from './shop-place.ts'

test.each([
  [[], '/usual'],
  [['--shop', '/a'], '/a'],
  [['--shop=/a'], '/a'],
  [['.', '--inspect=0', '--shop', '/a', '--lang=zh-CN'], '/a'],
  [['--shop', ''], '/usual'],
  [['--shop'], '/usual'],
  [['--shop', 'here'], 'here'],
])('started with %j, the shop is %s', (args, shop) => {
  expect(shopFromArguments(args, '/usual')).toBe(resolve(shop))
})

test('a shop that was named keeps the shell apart from the usual one, always in the same place', () => {
  const usual = resolve('/usual')
  const first = userDataFor('/a', usual, '/data')
  expect(userDataFor(usual, usual, '/data')).toBe('/data')
  expect(first).toMatch(/data.shops.[0-9a-f]{16}$/)
  expect(userDataFor('/a', usual, '/data')).toBe(first)
  expect(userDataFor('/b', usual, '/data')).not.toBe(first)
})
