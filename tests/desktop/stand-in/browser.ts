/** The Chromium behind the windows: its user data is the app's, so that what a page stores survives a start. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { app } from './app.ts'

let context: BrowserContext | undefined

app.machinery = {
  up: async () => {
    context = await launch(app.getPath('userData'))
  },
  down: async () => context?.close(),
}

export function browser(): BrowserContext {
  if (!context) throw new Error('Cannot create BrowserWindow before app is ready')
  return context
}

/** Where the test connects to see the same pages. */
export function debuggingPort(): number {
  return Number(readFileSync(portFile(app.getPath('userData')), 'utf8').split('\n')[0])
}

const portFile = (userData: string) => join(userData, 'DevToolsActivePort')

function launch(userData: string): Promise<BrowserContext> {
  mkdirSync(userData, { recursive: true })
  rmSync(portFile(userData), { force: true })
  return chromium.launchPersistentContext(userData, {
    ...(process.env.GUITAI_BROWSER ? { executablePath: process.env.GUITAI_BROWSER } : {}),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--remote-debugging-port=0'],
    locale: app.getLocale(),
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}
