import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuTemplate } from './menu.ts'
import { wordsFor } from './words/words-for.ts'

type Item = MenuItemConstructorOptions

const actions = { print: vi.fn(), savePdf: vi.fn(), showShopFolder: vi.fn() }
const options = { words: wordsFor('zh-CN'), platform: 'win32', developing: false, actions } as const

const below = (items: readonly Item[]): Item[] =>
  items.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
const rolesOf = (items: readonly Item[]) => below(items).flatMap(({ role }) => role ?? [])

test.each([
  ['zh-CN', ['文件', '编辑', '视图', '窗口', '帮助']],
  ['zh-TW', ['檔案', '編輯', '檢視', '視窗', '說明']],
  ['zh-Hant-HK', ['檔案', '編輯', '檢視', '視窗', '說明']],
  ['en-GB', ['File', 'Edit', 'View', 'Window', 'Help']],
  ['de', ['File', 'Edit', 'View', 'Window', 'Help']],
])('in %s the menus are %j', (locale, labels) => {
  const menu = menuTemplate({ ...options, words: wordsFor(locale) })
  expect(menu.map(({ label }) => label)).toEqual(labels)
})

test('a Mac has the menu of the app first, and quits from there', () => {
  const [app, file] = menuTemplate({ ...options, platform: 'darwin' })
  expect(rolesOf([app!])).toContain('quit')
  expect(rolesOf([file!])).not.toContain('quit')
})

test.each(['win32', 'darwin', 'linux'] as const)('on %s one can leave, and learn the version', (platform) => {
  expect(rolesOf(menuTemplate({ ...options, platform }))).toEqual(
    expect.arrayContaining(['quit', 'about', 'resetZoom']),
  )
})

test('developer tools are for developers', () => {
  expect(rolesOf(menuTemplate(options))).not.toContain('toggleDevTools')
  expect(rolesOf(menuTemplate({ ...options, developing: true }))).toContain('toggleDevTools')
})

test('the shop has its own items: paper, PDF and its folder', () => {
  const own = below(menuTemplate(options)).filter(({ click }) => click)
  expect(own.map(({ label }) => label)).toEqual(['打印…', '另存为 PDF…', '打开店铺文件夹'])
  for (const { click } of own) (click as () => void)()
  for (const action of Object.values(actions)) expect(action).toHaveBeenCalledOnce()
})

test.each(['win32', 'linux'] as const)(
  'on %s F11 is the counter’s own, and full screen has another way',
  (platform) => {
    const items = below(menuTemplate({ ...options, platform }))
    expect(items.find(({ role }) => role === 'togglefullscreen')?.accelerator).toBe('Shift+F11')
    expect(items.filter(({ accelerator }) => accelerator === 'F11')).toEqual([])
  },
)

test('nothing in the menu is without a word', () => {
  const items = below(menuTemplate(options)).filter(({ type }) => type !== 'separator')
  expect(items.filter(({ label }) => !label)).toEqual([])
})
