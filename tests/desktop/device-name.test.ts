/** A device is known by a name of its own, under which its open basket lies on the shop's disk. */
import { expect, test } from 'vitest'
import { aPlace, isStandIn, startDesktop } from './harness/desktop.ts'
import type { RunningApp } from './harness/running-app.ts'

/** What the page found written down, before anything else wrote to it. */
const nameOf = ({ page }: RunningApp) =>
  page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('guitai', 1)
        opening.onerror = () => reject(new Error('the database does not open'))
        opening.onsuccess = () => {
          const asking = opening.result.transaction('words').objectStore('words').get('guitai.device')
          asking.onerror = () => reject(new Error('the name cannot be read'))
          asking.onsuccess = () => {
            opening.result.close()
            resolve(asking.result)
          }
        }
      }),
  )

test.skipIf(!isStandIn)('the name of a device outlives a kill right after its first start', async () => {
  const place = aPlace()
  const first = await startDesktop(place)
  await first.page.getByRole('heading').first().waitFor() // the first thing that a person sees
  const name = await nameOf(first)
  expect(name).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  await killAll(first)

  const second = await startDesktop(place)
  await second.page.getByRole('heading').first().waitFor()
  expect(await nameOf(second)).toBe(name)
})

/** As a power cut does: the browser's processes first, so that none of them writes anything down on its way out. */
async function killAll(app: RunningApp): Promise<void> {
  const session = await app.page.context().browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
  const browserFirst = processInfo.toSorted((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser'))
  expect(browserFirst[0]?.type).toBe('browser')
  app.signal('SIGSTOP') // it would end politely once it misses its browser
  for (const { id } of browserFirst) kill(id)
  app.signal('SIGKILL')
  await app.ended
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It went with the one before it.
  }
}
