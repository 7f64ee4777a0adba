import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../testing/a-folder.ts'
import { autoStartOf, entryOf, type Starting } from './auto-start.ts'

interface Item {
  readonly openAtLogin?: boolean
  readonly path?: string
  readonly args?: string[]
  readonly name?: string
}

/** The system's list, by what each start is called with. */
function aList({ obeys = true } = {}) {
  const kept = new Map<string, Item>()
  const key = ({ path, args }: Item = {}) => JSON.stringify([path, args])
  return {
    kept,
    getLoginItemSettings: (which?: Item) => {
      const openAtLogin = kept.get(key(which))?.openAtLogin === true
      return { openAtLogin, executableWillLaunchAtLogin: openAtLogin } as never
    },
    setLoginItemSettings: (item: Item) => {
      if (obeys) kept.set(key(item), item)
    },
  }
}

const starting = (over: Partial<Starting> = {}): Starting => ({
  platform: 'win32',
  name: 'Guitai',
  label: '柜台',
  program: String.raw`C:\Guitai\Guitai.exe`,
  args: ['--shop', String.raw`D:\My shop`],
  configFolder: '/nowhere',
  ...over,
})

test('on Windows the list of what starts holds the program with its shop, until it is taken off again', () => {
  const list = aList()
  const start = autoStartOf(list, starting())
  expect(start.isOn()).toBe(false)
  start.turn(true)
  expect(start.isOn()).toBe(true)
  expect([...list.kept.values()]).toEqual([
    expect.objectContaining({ path: String.raw`C:\Guitai\Guitai.exe`, args: ['--shop', String.raw`"D:\My shop"`] }),
  ])
  start.turn(false)
  expect(start.isOn()).toBe(false)
})

test('a Mac is asked for the app alone', () => {
  const list = aList()
  const start = autoStartOf(list, starting({ platform: 'darwin' }))
  start.turn(true)
  expect([...list.kept.values()]).toEqual([{ openAtLogin: true, enabled: true }])
  expect(start.isOn()).toBe(true)
})

test('a system that keeps its list as it was is no success', () => {
  const start = autoStartOf(aList({ obeys: false }), starting())
  expect(() => start.turn(true)).toThrow('as it was')
})

test('on Linux an entry of the desktop is written and removed', () => {
  const configFolder = aFolder()
  const entry = join(configFolder, 'autostart', 'Guitai.desktop')
  const start = autoStartOf(aList(), starting({ platform: 'linux', configFolder }))
  start.turn(true)
  expect([start.isOn(), readFileSync(entry, 'utf8').split('\n')[0]]).toEqual([true, '[Desktop Entry]'])
  start.turn(false)
  expect([start.isOn(), existsSync(entry)]).toEqual([false, false])
  start.turn(false) // what is not there is not missed
})

test.each([
  ['/opt/Guitai/guitai', String.raw`Exec="/opt/Guitai/guitai"`],
  ['/opt/a b/100%', String.raw`Exec="/opt/a b/100%%"`],
  ['/opt/$HOME', String.raw`Exec="/opt/\\$HOME"`],
  [String.raw`/opt/a\b`, String.raw`Exec="/opt/a\\\\b"`],
])('a program at %s is started just there', (program, line) => {
  expect(entryOf({ label: '柜台', program, args: [] }).split('\n')).toContain(line)
})
