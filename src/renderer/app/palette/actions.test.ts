import { expect, test } from 'vitest'
import en from '../../locales/en.ts'
import zhCN from '../../locales/zh-CN.ts'
import zhTW from '../../locales/zh-TW.ts'
import { placesFor } from './actions.ts'

test.each([
  ['zh-CN', zhCN],
  ['zh-TW', zhTW],
  ['en', en],
])('every place of the palette has its name in %s', (_, words) => {
  const nameOf = (key: string) =>
    key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], words)
  const nameless = placesFor(() => true).filter(({ name }) => typeof nameOf(name) !== 'string')
  expect(nameless).toEqual([])
})
