// Pictures of every screen for docs/screenshots, taken from the demo shop. `npm run screenshots`, after `npm run build`
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { Money } from '../src/contract/values.ts'
import { router } from '../src/main/api/router.ts'
import { openCore, type RunningCore } from '../src/main/core/core.ts'
import { layoutBeside } from '../src/main/core/layout.ts'
import { readMigrations } from '../src/main/database/migrator.ts'
import { startHost } from '../src/main/lan/host.ts'
import { OWNER, PASSWORD } from './demo/people.ts'
import { writeDemoShop } from './demo/write.ts'
import { ensureBrowser } from './setup/browser.js'
import { root } from './setup/paths.js'
import { main } from './setup/run.js'

const UNTIL = '2026-11-21'
const DAYS = 40
const TARGET = join(root, 'docs', 'screenshots')

const SIZES = [
  { name: '1366', width: 1366, height: 650 },
  { name: '390', width: 390, height: 844 },
] as const
const QUIET_MS = 600
const THEMES = ['light', 'dark'] as const

interface Shot {
  readonly name: string
  readonly path: string
  /** What to do on the page before the picture. */
  readonly prepare?: (page: Page) => Promise<void>
}

const SHOTS: readonly Shot[] = [
  { name: 'counter', path: '/counter', prepare: fillBasket },
  { name: 'paying', path: '/counter', prepare: pay },
  { name: 'documents', path: '/documents' },
  { name: 'return', path: '/counter/return/200' },
  { name: 'return-without-receipt', path: '/counter/return' },
  { name: 'document', path: '/documents', prepare: openFirst },
  { name: 'products', path: '/products' },
  { name: 'product', path: '/products/1' },
  { name: 'new-product', path: '/products/new' },
  { name: 'customers', path: '/customers' },
  { name: 'new-customer', path: '/customers/new' },
  { name: 'customer', path: '/customers/1' },
  { name: 'stock', path: '/stock' },
  { name: 'movements', path: '/stock/1' },
  { name: 'adjust', path: '/stock/adjust' },
  { name: 'receive', path: '/stock/receive' },
  { name: 'shift', path: '/shift' },
  { name: 'staff', path: '/staff' },
  { name: 'new-staff', path: '/staff/new' },
  { name: 'password', path: '/password' },
  { name: 'more', path: '/more' },
  { name: 'roles', path: '/staff/roles' },
  { name: 'settings', path: '/settings' },
  { name: 'audit', path: '/audit' },
  { name: 'receipt', path: '/print/receipt/200' },
  { name: 'sales-document', path: '/print/salesDocument/200' },
  { name: 'packing-slip', path: '/print/packingSlip/200' },
]

await main(async () => {
  const layout = layoutBeside(join(root, 'src', 'main', 'serve.ts'))
  const place = mkdtempSync(join(tmpdir(), 'guitai-screenshots-'))
  mkdirSync(TARGET, { recursive: true })
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  const log = { info: () => undefined, error: (facts: object, message: string) => console.error(message, facts) }
  try {
    const demo = join(place, 'demo')
    await writeDemoShop({ folder: demo, migrations: readMigrations(layout.migrations), until: UNTIL, days: DAYS })
    for (const [folder, take] of [
      [join(place, 'empty'), beforeAnyShop],
      [demo, everyScreen],
    ] as const) {
      const core = openCore({ folder, layout, log })
      const host = await startHost({ core, renderer: layout.renderer, host: '127.0.0.1', port: 0 })
      await take(browser, host.origin, core)
      await host.close()
      await core.close()
    }
  } finally {
    await browser.close()
    rmSync(place, { recursive: true, force: true })
  }
  return 0
})

async function beforeAnyShop(browser: Browser, origin: string): Promise<void> {
  await inEachLook(browser, origin, async (page, look) => {
    await page.goto(`${origin}/`)
    await snap(page, `first-run-${look}`)
  })
}

async function everyScreen(browser: Browser, origin: string, core: RunningCore): Promise<void> {
  await openShift(core)
  await inEachLook(browser, origin, async (page, look) => {
    await page.goto(`${origin}/#/sign-in`)
    await snap(page, `sign-in-${look}`)
    await page.getByRole('textbox').first().fill(OWNER)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(/counter/)
    for (const { name, path, prepare } of SHOTS) {
      await page.goto(`${origin}/#${path}`)
      await page.reload() // an address that differs behind # alone loads nothing anew
      await settled(page)
      await prepare?.(page)
      await snap(page, `${name}-${look}`)
    }
  })
}

/** The trade of the demo shop ended with a closed shift. */
async function openShift(core: RunningCore): Promise<void> {
  const connection = {
    device: 'screenshots',
    needsSetupCode: false,
    credential: () => ({ staffId: 1 }),
    keep: () => undefined,
  }
  const client = createRouterClient(router, { context: { core, connection } })
  await client.drawer.open({ requestId: 'screenshots-shift', float: 30_000 as Money })
}

type Take = (page: Page, look: string) => Promise<void>

async function inEachLook(browser: Browser, origin: string, take: Take): Promise<void> {
  for (const { name, ...viewport } of SIZES) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        hasTouch: name === '390',
      })
      await take(await context.newPage(), `${colorScheme}-${name}`)
      await context.close()
    }
    console.log(`${origin}: ${name}`)
  }
}

async function snap(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: join(TARGET, `${name}.png`) })
}

/** Nothing is on its way any more: what was asked has come and is painted. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(QUIET_MS) // an open stream keeps the network from ever being idle
}

async function fillBasket(page: Page): Promise<void> {
  await page.getByRole('combobox').first().click()
  for (const typed of ['lj', 'dhp', 'pe']) {
    await page.keyboard.type(typed, { delay: 80 })
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await settled(page)
  }
}

/** The basket is still there: it outlives a reload. */
async function pay(page: Page): Promise<void> {
  await page.getByRole('combobox').first().click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('1100', { delay: 80 })
}

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).click()
  await settled(page)
}
