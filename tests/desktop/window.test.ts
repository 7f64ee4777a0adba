/** The window's place, its menu, and that there is only one. */
import { expect, test } from 'vitest'
import { aPlace, isStandIn, PATIENTLY, quit, sharedDesktop, startDesktop } from './harness/desktop.ts'
import type { RunningApp } from './harness/running-app.ts'
import { spawnStandIn } from './harness/stand-in-app.ts'

const PLACE = { x: 40, y: 60, width: 1100, height: 700 }

const boundsOf = (app: RunningApp) =>
  app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())

test('the window opens where it was closed', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await app.main(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]!.setBounds(bounds), PLACE)
  await expect.poll(() => boundsOf(app), PATIENTLY).toEqual(PLACE)
  await quit(app)
  expect(await boundsOf(await startDesktop(place))).toEqual(PLACE)
})

test.skipIf(!isStandIn)('a maximised window opens maximised, and knows its smaller place', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await app.main(({ BrowserWindow }, bounds) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.setBounds(bounds)
    window.maximize()
  }, PLACE)
  await quit(app)
  const next = await startDesktop(place)
  expect(await next.main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMaximized())).toBe(true)
  expect(await boundsOf(next)).toEqual(PLACE)
})

const shared = sharedDesktop()

test('the window is shown once there is something to see', async () => {
  expect(await shared().main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible())).toBe(true)
})

test('the menu speaks the language of the system', async () => {
  const labels = await shared().main(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
  const expected = ['文件', '编辑', '视图', '窗口', '帮助']
  expect(labels).toEqual(process.platform === 'darwin' ? ['Guitai', ...expected] : expected)
})

test('a second start shows the window of the first and leaves', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await app.main(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.minimize()
    window.once('focus', () => Object.assign(globalThis, { wasFocused: true }))
  })
  const second = isStandIn ? await spawnStandIn(place).ended : await startsAgain(app)
  expect(second).toBe(0)
  await expect.poll(() => app.main(() => 'wasFocused' in globalThis), PATIENTLY).toBe(true)
  expect(await app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized())).toBe(false)
})

test.skipIf(!isStandIn)('another shop may be open beside it', async () => {
  const place = aPlace()
  await startDesktop(place)
  const other = await startDesktop({ ...place, shop: `${place.shop}-2` })
  expect(await quit(other)).toBe(0)
})

/** From within, since playwright starts no app that leaves at once. */
function startsAgain(app: RunningApp): Promise<number | null> {
  return app.main(() => {
    const { spawn } = process.getBuiltinModule('node:child_process')
    const child = spawn(process.execPath, process.argv.slice(1), { stdio: 'ignore' })
    return new Promise<number | null>((resolve) => child.on('exit', resolve))
  })
}
