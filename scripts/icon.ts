/** `node scripts/icon.ts`: draws resources/icon.png from icon.svg; electron-builder makes every other format of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureBrowser } from './setup/browser.js'
import { root } from './setup/paths.js'

const SIZE = 1024
const resources = join(root, 'resources')

const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
})
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } })
await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(join(resources, 'icon.svg'), 'utf8')}`)
await page.screenshot({ path: join(resources, 'icon.png'), omitBackground: true })
await browser.close()
