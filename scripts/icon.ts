/** `node scripts/icon.ts`: draws the pictures of resources/ from icon.svg; electron-builder makes every other format of icon.png. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureBrowser } from './setup/browser.js'
import { root } from './setup/paths.js'

const SIZES = { 'icon.png': 1024, 'tray.png': 16, 'tray@2x.png': 32 }
const resources = join(root, 'resources')
const svg = readFileSync(join(resources, 'icon.svg'), 'utf8')

const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
})
for (const [name, size] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`)
  await page.screenshot({ path: join(resources, name), omitBackground: true })
}
await browser.close()
