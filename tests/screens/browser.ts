/** One Chromium for all tests of a file. */
import { chromium, type Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { findBrowser } from '../../scripts/setup/browser.js'

let running: Promise<Browser> | undefined

export function theBrowser(): Promise<Browser> {
  return (running ??= launch())
}

afterAll(async () => {
  await (await running)?.close()
  running = undefined
})

function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No Chromium was found. `npm test` brings one.')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
}
