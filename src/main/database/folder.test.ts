import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { shopFolder, usualPlace } from './folder.ts'

test('a shop is a folder, made when it is first opened', () => {
  const root = join(aFolder(), 'shops', 'tea')
  const folder = shopFolder(root)
  expect(readdirSync(root).sort()).toEqual(['attachments', 'backups', 'logs'])
  expect(folder.database).toBe(join(root, 'shop.db'))
  expect(shopFolder(root)).toEqual(folder)
})

test("without a wish, the shop is in the platform's place for user data", () => {
  const home = join('/', 'home')
  expect(usualPlace('win32', { APPDATA: join(home, 'Roaming') }, home)).toBe(join(home, 'Roaming', 'Guitai', 'shop'))
  expect(usualPlace('win32', {}, home)).toBe(join(home, 'AppData', 'Roaming', 'Guitai', 'shop'))
  expect(usualPlace('darwin', {}, home)).toBe(join(home, 'Library', 'Application Support', 'Guitai', 'shop'))
  expect(usualPlace('linux', {}, home)).toBe(join(home, '.local', 'share', 'guitai', 'shop'))
  expect(usualPlace('linux', { XDG_DATA_HOME: join(home, 'data') }, home)).toBe(join(home, 'data', 'guitai', 'shop'))
})
