/**
 * Messages between this process and a page, over a DevTools session of our own: playwright's bindings belong to whichever
 * playwright is connected, and the test has connected one too.
 */
import type { Page } from 'playwright-core'

export interface Bridge {
  /** In order, and without waiting; what is meant for a page that has gone is lost, as in Electron. */
  readonly deliver: (delivery: object) => void
}

export async function bridgeTo(page: Page, hear: (message: object) => void): Promise<Bridge> {
  const session = await page.context().newCDPSession(page)
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'standInPost') hear(JSON.parse(payload) as object)
  })
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'standInPost' })
  return {
    deliver: (delivery) => {
      const expression = `standInDeliver(${JSON.stringify(delivery)})`
      session.send('Runtime.evaluate', { expression }).catch(() => undefined)
    },
  }
}
