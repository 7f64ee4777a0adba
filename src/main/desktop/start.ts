/** The desktop host, from its first line to its last. */
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { Layout } from '../core/layout.ts'
import type { Happening } from '../core/open-shop.ts'
import { usualPlace } from '../database/folder.ts'
import { screensOrigin } from './app-address.ts'
import { registerScheme, serveScreens } from './app-protocol.ts'
import { autoStartOf, type AutoStart } from './auto-start.ts'
import { goOnBehind } from './behind-the-window.ts'
import { closeBeforeQuitting } from './closing.ts'
import { ownComputer } from './computer.ts'
import { handOutPorts } from './core-ports.ts'
import { logFailure, surviveFailures } from './failures.ts'
import { guardPages, guardSession } from './guards.ts'
import { showMenu } from './menu-bar.ts'
import { keepOneWindow } from './one-window.ts'
import { openShop, type Opened } from './opening.ts'
import { offerPrinting } from './printing.ts'
import { reopenLostScreen } from './screen-loss.ts'
import { shopFromArguments, startOf, userDataFor } from './shop-place.ts'
import { createWindow } from './window.ts'
import { wordsFor } from './words/words-for.ts'
import type { Words } from './words/words.ts'

/** As in electron.builder.yml: by it Windows knows the window for the installed program's. */
const APP_ID = 'shop.guitai.app'

/** Not async: Electron becomes ready only once the entry file has ended. */
export function startDesktop(args: readonly string[], layout: Layout): void {
  const place = shopFromArguments(args, usualPlace())
  keepOwnThings(userDataFor(place, usualPlace(), app.getPath('userData')))
  app.setAppUserModelId(APP_ID)
  app.enableSandbox()
  registerScheme()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  void app.whenReady().then(() => run(place, layout))
}

/** Electron takes only folders that are there. */
function keepOwnThings(folder: string): void {
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
}

async function run(place: string, layout: Layout): Promise<void> {
  const words = wordsFor(app.getLocale())
  const happenings = new EventEmitter<{ happened: [Happening] }>()
  const opened = await openShop({ place, layout, words, happened: (what) => happenings.emit('happened', what) })
  if (!opened) {
    app.exit(1)
    return
  }
  closeBeforeQuitting(async () => {
    await opened.core.close().catch((error: unknown) => logFailure(opened.log, error, 'the shop could not be closed'))
    await opened.log.close()
  })
  surviveFailures(opened.log, words)
  const origin = screensOrigin(app.isPackaged, process.env)
  serveScreens(layout.renderer)
  guardSession()
  guardPages(origin)
  offerPrinting(origin, words)
  showMenu(place, words)
  const computer = ownComputer(app.getPath('userData'), thisStart(place, words))
  handOutPorts(opened.core, origin, computer)
  const window = keepOneWindow(() => openWindow(opened, layout, origin, words), computer.staysInTray)
  goOnBehind(window, { core: opened.core, computer, happenings, words, trayPicture: layout.trayPicture })
  window.show()
}

function openWindow({ log }: Opened, layout: Layout, origin: string, words: Words): BrowserWindow {
  const preload = join(layout.renderer, '..', 'preload', 'index.cjs')
  const window = createWindow({ userData: app.getPath('userData'), preload, developing: !app.isPackaged })
  reopenLostScreen(window, log, words)
  window.loadURL(`${origin}/`).catch((error: unknown) => logFailure(log, error, 'the screens could not be loaded'))
  return window
}

/** An AppImage is started by its own file, a developer's app by Electron and its folder. */
function thisStart(place: string, { tray }: Words): AutoStart {
  const { name, args } = startOf(place, usualPlace())
  return autoStartOf(app, {
    platform: process.platform,
    name,
    label: tray.name,
    program: process.env.APPIMAGE ?? process.execPath,
    args: [...(app.isPackaged ? [] : [app.getAppPath()]), ...args],
    configFolder: app.getPath('appData'),
  })
}
