/** The desktop app for the suite: in the real Electron where its program is at hand, else in the stand-in. */
import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { electronAtHand } from '../../../scripts/setup/electron.js'
import { startElectron } from './electron-app.ts'
import type { RunningApp, Start } from './running-app.ts'
import { startStandIn } from './stand-in-app.ts'

const electron = electronAtHand()

/** Native dialogs of the real Electron cannot be answered before the app is ready. */
export const isStandIn = 'missing' in electron

export const usedHost =
  'missing' in electron ? `a stand-in for Electron (${electron.missing})` : `Electron at ${electron.program}`

/** A place of its own for one test: its shop folder and its settings. */
export function aPlace(): Start {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-desktop-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return placeIn(folder)
}

export const placeIn = (folder: string): Start => ({ shop: join(folder, 'shop'), settings: join(folder, 'settings') })

/** Started for one test, and ended with it however the test ends. */
export async function startDesktop(start: Start): Promise<RunningApp> {
  const app = await launch(start)
  onTestFinished(() => end(app))
  return app
}

/** Started once for all tests of a file or group; they must not get in each other's way. */
export function sharedDesktop(prepare: (app: RunningApp) => Promise<void> = () => Promise.resolve()): () => RunningApp {
  let app: RunningApp | undefined
  const folder = mkdtempSync(join(tmpdir(), 'guitai-desktop-'))
  beforeAll(async () => {
    app = await launch(placeIn(folder))
    await prepare(app)
  })
  afterAll(async () => {
    if (app) await end(app)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  return () => {
    if (!app) throw new Error('the app has not started')
    return app
  }
}

const launch = (start: Start): Promise<RunningApp> =>
  'missing' in electron ? startStandIn(start) : startElectron(electron.program, start)

/** Politely, so that its browser ends with it and leaves nothing behind. */
async function end(app: RunningApp): Promise<void> {
  app.signal('SIGTERM')
  await app.ended
}

export async function quit(app: RunningApp): Promise<number | null> {
  await app.main((electron) => {
    setImmediate(() => electron.app.quit())
  })
  return app.ended
}

/** For `expect.poll`: as long as it takes, on a busy machine too. */
export const PATIENTLY = { timeout: 30_000, interval: 50 }
