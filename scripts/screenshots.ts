// Pictures of the screens for docs/screenshots and the guide, taken from the demo shop. `npm run screenshots [-- name …]`, after `npm run build`
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { openCore, type RunningCore } from '../src/main/core/core.ts'
import { layoutBeside } from '../src/main/core/layout.ts'
import { readMigrations } from '../src/main/database/migrator.ts'
import { OWNER, PASSWORD } from '../src/main/demo/people.ts'
import { writeDemoShop } from '../src/main/demo/write.ts'
import { startHost } from '../src/main/lan/host.ts'
import { SHOTS } from './screenshots/shots.ts'
import { settled } from './screenshots/steps.ts'
import { dressUp } from './screenshots/the-shop.ts'
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
const THEMES = ['light', 'dark'] as const

/** Where names are given, only their pictures are kept; the others are walked through all the same, for what they leave behind. */
const wanted = new Set(process.argv.slice(2))
const isWanted = (name: string) => wanted.size === 0 || wanted.has(name)

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
    await snap(page, 'first-run', look)
    await page.getByRole('radio', { name: '先看看示例店' }).check()
    await snap(page, 'first-run-demo', look)
  })
}

async function everyScreen(browser: Browser, origin: string, core: RunningCore): Promise<void> {
  await dressUp(core)
  await inEachLook(browser, origin, async (page, look) => {
    await page.goto(`${origin}/#/sign-in`)
    await snap(page, 'sign-in', look)
    await page.getByRole('textbox').first().fill(OWNER)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(/counter/)
    for (const { name, path, prepare, dark } of SHOTS) {
      if (!dark && look.startsWith('dark')) continue
      await page.goto(`${origin}/#${path}`)
      await page.reload() // an address that differs behind # alone loads nothing anew
      await settled(page)
      try {
        await prepare?.(page)
      } catch (error) {
        throw new Error(`${name} in ${look}`, { cause: error })
      }
      await snap(page, name, look)
    }
  })
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

async function snap(page: Page, name: string, look: string): Promise<void> {
  if (!isWanted(name)) return
  await settled(page)
  await page.screenshot({ path: join(TARGET, `${name}-${look}.png`) })
}
