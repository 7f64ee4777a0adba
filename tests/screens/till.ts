/** A shop's till whose power can be cut: the built host and a Chromium with its own memory, both processes killed at once. */
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { findBrowser } from '../../scripts/setup/browser.js'
import type { Time } from '../../src/contract/values.ts'
import { aFolder } from '../../src/main/testing/a-folder.ts'
import { startChild } from '../../src/main/testing/child.ts'
import { aCore, found, OWNER, rid } from '../hosts/a-core.ts'
import { direct, withCookies, type Client } from '../hosts/transports.ts'

const SERVE = new URL('../../out/main/serve.js', import.meta.url)

/** The till while it has power. */
export interface Running {
  readonly page: Page
  /** The owner's own way to the host, beside the screen. */
  readonly client: Client
  readonly origin: string
  /** SIGKILL for the host and for all of the browser's processes. */
  cut(): Promise<void>
  /** As in the evening: the browser writes down what it remembers. */
  shutDown(): Promise<void>
}

/** A shop that `prepare` stocked; each call of the answer starts its host and its browser, with the counter open. */
export async function aTill(prepare: (client: Client) => Promise<void>): Promise<() => Promise<Running>> {
  const core = aCore()
  core.clock.set(Date.now() as Time) // the host itself lives today
  await found(core)
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  await prepare(client)
  await core.close()

  const profile = join(aFolder(), 'browser')
  let port = '0'
  return async () => {
    const host = startChild(SERVE, ['--shop', core.folder, '--port', port])
    const { origin, port: given } = new URL((await host.says(/^Guitai: http/)).replace('Guitai: ', ''))
    port = given
    const signedIn = await signIn(origin)
    const context = await aBrowser(profile)
    const [name = '', value = ''] = signedIn.cookie().split('=')
    await context.addCookies([{ name, value, url: origin }])
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`${origin}/#/counter`)
    return {
      page,
      client: signedIn.client,
      origin,
      async cut() {
        const browser = await processesOf(context)
        const gone = new Promise((resolve) => context.once('close', resolve))
        for (const id of [host.process.pid ?? 0, ...browser]) kill(id)
        await Promise.all([host.ended, gone])
      },
      async shutDown() {
        await context.close()
        host.process.kill('SIGTERM')
        await host.ended
      },
    }
  }
}

async function signIn(origin: string) {
  const asking = withCookies(origin)
  const client = createORPCClient<Client>(new RPCLink({ url: `${origin}/rpc`, fetch: asking }))
  await client.session.signIn({ requestId: rid(), ...OWNER })
  return { client, cookie: asking.cookie }
}

async function aBrowser(profile: string): Promise<BrowserContext> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No Chromium was found. `npm test` brings one.')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    viewport: { width: 1366, height: 650 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  return context
}

/** The browser's own process first: nobody is left who could start another. */
async function processesOf(context: BrowserContext): Promise<number[]> {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
  return processInfo.toSorted((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser')).map(({ id }) => id)
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It went with the one before it.
  }
}
