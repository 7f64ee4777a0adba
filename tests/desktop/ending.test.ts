/** However the app ends, the shop's file is whole and free; and what goes wrong is said calmly. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { clientThrough } from './harness/client.ts'
import { aPlace, isStandIn, PATIENTLY, quit, startDesktop } from './harness/desktop.ts'
import { sellTea } from './harness/a-sale.ts'
import { openShop, signedIn } from './harness/first-run.ts'
import type { RunningApp, Start } from './harness/running-app.ts'
import { spawnStandIn } from './harness/stand-in-app.ts'

test.each([
  ['quitting', (app: RunningApp) => quit(app)],
  ['closing the window', closeWindow],
  ['a polite signal', askToEnd],
])('%s closes the shop: its lock is free and its log is written back', async (_how, end) => {
  const place = aPlace()
  const app = await startDesktop(place)
  await openShop(app.page)
  const sale = await sellTea(await clientThrough(app.page))
  await noteWhatIsLeft(app, place)
  expect(await end(app)).toBe(0)

  // Not only when the process has gone, which frees everything, but before: it was closed, not dropped.
  expect(JSON.parse(readFileSync(join(place.shop, 'left.json'), 'utf8'))).toEqual([])
  holdShop(place)
  const db = new Database(join(place.shop, 'shop.db'), { readonly: true })
  onTestFinished(() => void db.close())
  expect(db.pragma('quick_check', { simple: true })).toBe('ok')
  expect(db.prepare('SELECT count(*) FROM documents WHERE number = ?').pluck().get(sale.number)).toBe(1)
})

test('a page that crashes is opened again, still signed in, and the person is told', async () => {
  const app = await startDesktop(aPlace())
  await openShop(app.page)
  await signedIn(app.page)
  await app.main(({ BrowserWindow, dialog }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    dialog.showMessageBox = (...args: unknown[]) => {
      Object.assign(globalThis, { said: args.at(-1) })
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
    return new Promise<void>((resolve) => {
      webContents.once('did-finish-load', resolve)
      webContents.forcefullyCrashRenderer()
    })
  })
  const isSignedIn = () =>
    app.main(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript("document.querySelector('nav') !== null"),
    ) as Promise<boolean>
  await expect.poll(isSignedIn, PATIENTLY).toBe(true)
  expect(await app.main(() => (globalThis as unknown as { said: { message: string } }).said.message)).toBe(
    '窗口刚才重新打开了',
  )
})

test('an error that nobody foresaw is logged under the number that the person is told', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  const said = await app.main(({ dialog }) => {
    return new Promise<{ message: string; detail: string }>((resolve) => {
      dialog.showMessageBox = (...args: unknown[]) => {
        resolve(args.at(-1) as { message: string; detail: string })
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }
      setImmediate(() => {
        throw new Error('the printer is on fire')
      })
    })
  })
  expect(said.message).toBe('出了意外')
  const reference = said.detail.split('\n').at(-1)!
  expect(reference).toMatch(/^[0-9A-Z]{8}$/)
  expect(await quit(app)).toBe(0)
  const log = readFileSync(join(place.shop, 'logs', 'guitai.log'), 'utf8')
    .trim()
    .split('\n')
  expect(log.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ reference, message: 'the printer is on fire' }),
  )
})

test.skipIf(!isStandIn)('a shop that another program has open is left to it, and the person hears which', async () => {
  const place = aPlace()
  const first = await startDesktop(place)
  const second = spawnStandIn({ ...place, settings: `${place.settings}-2` })
  expect(await second.ended).toBe(1)
  expect(second.dialogs).toEqual([
    expect.objectContaining({
      message: '这家店已经在别处打开了',
      detail: expect.stringContaining(String(await first.main(() => process.pid))),
    }),
  ])
})

test.skipIf(!isStandIn)('a shop of a newer Guitai is left untouched', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await openShop(app.page)
  await quit(app)
  const file = join(place.shop, 'shop.db')
  const db = new Database(file)
  db.pragma('user_version = 9999')
  db.close()
  const before = readFileSync(file)
  const next = spawnStandIn(place)
  expect(await next.ended).toBe(1)
  expect(next.dialogs.map(({ message }) => message)).toEqual(['这家店用的是更新版本的柜台'])
  expect(readFileSync(file).equals(before)).toBe(true)
})

async function closeWindow(app: RunningApp): Promise<number | null> {
  await app.main(({ BrowserWindow, app }) => {
    setImmediate(() => (process.platform === 'darwin' ? app.quit() : BrowserWindow.getAllWindows()[0]!.close()))
  })
  return app.ended
}

function askToEnd(app: RunningApp): Promise<number | null> {
  app.signal('SIGTERM')
  return app.ended
}

/** Writes down, at the very end of the app, which files of an open shop are still there. */
function noteWhatIsLeft(app: RunningApp, { shop }: Start): Promise<void> {
  return app.main(({ app }, folder) => {
    const { existsSync, writeFileSync } = process.getBuiltinModule('node:fs')
    app.on('quit', () => {
      const left = ['shop.db-wal', 'shop.lock.holder.json'].filter((name) => existsSync(`${folder}/${name}`))
      writeFileSync(`${folder}/left.json`, JSON.stringify(left))
    })
  }, shop)
}

/** Throws where someone still holds it. */
function holdShop({ shop }: Start): void {
  const lock = new Database(join(shop, 'shop.lock'), { timeout: 0 })
  onTestFinished(() => void lock.close())
  lock.exec('BEGIN EXCLUSIVE')
}
