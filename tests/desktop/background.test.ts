/** A shop that goes on behind its closed window, and starts with the computer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import settings from '../../src/renderer/locales/zh-CN/settings.ts'
import { sellTea } from './harness/a-sale.ts'
import { clientThrough } from './harness/client.ts'
import { aPlace, isStandIn, PATIENTLY, quit, startDesktop } from './harness/desktop.ts'
import { openShop, SHOP_NAME } from './harness/first-run.ts'
import type { RunningApp, Start } from './harness/running-app.ts'
import { spawnStandIn } from './harness/stand-in-app.ts'

interface Seen {
  readonly trayMenu: { readonly items: readonly { readonly label: string; click(): void }[] }
  readonly notified: readonly { readonly title: string }[]
}

/** Keeps what the tray and notifications are given: there is no other way to look at them. */
function watchTheDesk(app: RunningApp): Promise<void> {
  return app.main(({ Tray, Notification }) => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on what it belongs to, below
    const [{ setContextMenu }, { show }] = [Tray.prototype, Notification.prototype]
    const seen = { notified: [] as object[] }
    Object.assign(globalThis, seen)
    Tray.prototype.setContextMenu = function (menu) {
      Object.assign(globalThis, { trayMenu: menu })
      setContextMenu.call(this, menu)
    }
    Notification.prototype.show = function () {
      seen.notified.push({ title: this.title })
      show.call(this)
    }
  })
}

const trayLabels = (app: RunningApp) =>
  app.main(() => (globalThis as unknown as Partial<Seen>).trayMenu?.items.flatMap(({ label }) => label || []) ?? [])
const notified = (app: RunningApp) => app.main(() => (globalThis as unknown as Seen).notified.map(({ title }) => title))
const isVisible = (app: RunningApp) => app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible())
const closeWindow = (app: RunningApp) => app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())

function clickInTray(app: RunningApp, wanted: string): Promise<void> {
  return app.main((_electron, label) => {
    const item = (globalThis as unknown as Seen).trayMenu.items.find((item) => item.label === label)
    setImmediate(() => item!.click())
  }, wanted)
}

/** As a person does it: in the settings. */
async function choose(app: RunningApp, label: string): Promise<void> {
  await app.page.evaluate("location.hash = '#/settings'")
  await app.page.getByRole('region', { name: settings.computer }).getByRole('checkbox', { name: label }).click()
}

async function openInTray(app: RunningApp): Promise<void> {
  await openShop(app.page)
  await watchTheDesk(app)
  await choose(app, settings.staysInTray)
  await expect.poll(() => trayLabels(app), PATIENTLY).toEqual(['打开收银台', `${SHOP_NAME} · 正在营业`, '退出柜台'])
}

test('with the tray on, closing the window hides it, and what was on it goes on', async () => {
  const app = await startDesktop(aPlace())
  await openInTray(app)
  const client = await clientThrough(app.page)
  await closeWindow(app)
  expect(await isVisible(app)).toBe(false)
  expect(await sellTea(client)).toMatchObject({ paymentState: 'paid' })

  await clickInTray(app, '打开收银台')
  await expect.poll(() => isVisible(app), PATIENTLY).toBe(true)
})

test('a second start brings the hidden window back', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await openInTray(app)
  await closeWindow(app)
  if (isStandIn) expect(await spawnStandIn(place).ended).toBe(0)
  else await app.main(({ app: self }) => void self.emit('second-instance'))
  await expect.poll(() => isVisible(app), PATIENTLY).toBe(true)
})

test('leaving from the tray ends the app, and the shop is closed whole', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await openInTray(app)
  await closeWindow(app)
  await clickInTray(app, '退出柜台')
  expect(await app.ended).toBe(0)
  expect(['shop.db-wal', 'shop.lock.holder.json'].filter((name) => existsSync(join(place.shop, name)))).toEqual([])
})

test('the choice is the computer’s: it outlives a start, and taken back the window ends the app again', async () => {
  const place = aPlace()
  const app = await startDesktop(place)
  await openInTray(app)
  expect(await quit(app)).toBe(0)

  const next = await startDesktop(place)
  await closeWindow(next)
  expect(await isVisible(next)).toBe(false)
  const client = await clientThrough(next.page)
  await client.session.signIn({ requestId: 'sign-in-again', name: '店主', password: 'a long password' })
  const { choices } = await client.computer.get({})
  await client.computer.choose({ requestId: 'tray-off-0001', ...choices!, staysInTray: false })
  await next.main(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]!.close())
  })
  if (process.platform === 'darwin') await quit(next)
  expect(await next.ended).toBe(0)
})

test('a receipt that is not printed is said aloud while nobody sees the window, and only then', async () => {
  const app = await startDesktop(aPlace())
  await openInTray(app)
  const client = await clientThrough(app.page)
  const sale = await sellTea(client)
  const printer = { name: '小票机', kind: 'network' as const, address: '127.0.0.1:1', columns: 48 as const }
  const { printers } = await client.printing.savePrinter({
    requestId: 'save-printer-1',
    ...printer,
    cuts: true,
    drawerPin: null,
    copies: 1,
  })
  const { settings: paper } = await client.printing.printers({})
  await client.printing.saveSettings({
    requestId: 'receipts-there',
    ...paper,
    receiptPrinterId: printers[0]!.id,
  })
  const print = async (request: string) => {
    const { id } = await client.printing.reprint({ requestId: request, documentId: sale.id, paper: 'receipt' })
    const stateOf = async () => (await client.printing.jobs({})).rows.find((row) => row.id === id)?.state
    await expect.poll(stateOf, PATIENTLY).toBe('failed')
  }
  await print('print-seen-0001')
  expect(await notified(app)).toEqual([])
  await closeWindow(app)
  await print('print-unseen-01')
  expect(await notified(app)).toEqual(['有纸没打出来'])
  expect(await trayLabels(app)).toContain(`${SHOP_NAME} · 2 张纸没打出来`)
})

test.skipIf(process.platform !== 'linux')(
  'starting with the computer is an entry of the desktop, for this very shop',
  async () => {
    const place = aPlace()
    const app = await startDesktop(place)
    await openShop(app.page)
    const client = await clientThrough(app.page)
    const isOn = async () => (await client.computer.get({})).choices?.startsWithComputer
    expect(await isOn()).toBe(false)
    await choose(app, settings.startsWithComputer)
    await expect.poll(isOn, PATIENTLY).toBe(true)
    const [entry] = entriesOf(place)
    expect(readFileSync(join(place.settings, 'autostart', entry!), 'utf8')).toContain(`"--shop" "${place.shop}"`)
    await choose(app, settings.startsWithComputer)
    await expect.poll(isOn, PATIENTLY).toBe(false)
    expect(entriesOf(place)).toEqual([])
  },
)

const entriesOf = ({ settings: folder }: Start): string[] => readdirSync(join(folder, 'autostart'))
