/** A shop behind the HTTP host, and its screens in a real Chromium. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { contract } from '../../src/contract/index.ts'
import { found, LAYOUT, OWNER, rid, type TestCore } from '../hosts/a-core.ts'
import { aHost } from '../hosts/a-host.ts'
import { theBrowser } from './browser.ts'

export type Client = ContractRouterClient<typeof contract>

export interface Look {
  readonly width?: number
  readonly height?: number
  readonly language?: 'zh-CN' | 'zh-TW' | 'en'
  readonly dark?: boolean
  /** What the device chose before; 100 unless told. */
  readonly textSize?: 100 | 125 | 150
  readonly touch?: boolean
}

/** One device in front of the shop. */
export interface Screen {
  readonly page: Page
  readonly context: BrowserContext
  readonly core: TestCore
  readonly origin: string
}

/** A test on a screen: it fails as well when the page breaks its content policy or logs an error. */
export function screenTest(name: string, look: Look, act: (screen: Screen) => Promise<void>): void {
  test(name, async () => {
    const screen = await aScreen(look)
    const problems = problemsOf(screen.page)
    await act(screen)
    expect(problems).toEqual([])
  })
}

/** The front page of a host where no shop exists yet. */
async function aScreen({
  width = 1366,
  height = 650,
  language = 'zh-CN',
  dark = false,
  textSize = 100,
  touch = false,
}: Look): Promise<Screen> {
  const host = await aHost(undefined, LAYOUT.renderer)
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  await context.addInitScript((size) => {
    if (location.protocol === 'http:') localStorage['guitai.textSize'] ??= String(size)
  }, textSize)
  const page = await context.newPage()
  return { page, context, core: host.core, origin: host.origin }
}

/** Refusals are answers and lost answers are what a test made, not mistakes; the browser logs them all the same. */
const REFUSAL = /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_FAILED)/

function problemsOf(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    const isProblem = message.type() === 'error' || /Content.Security.Policy/i.test(message.text())
    if (isProblem && !REFUSAL.test(message.text())) problems.push(message.text())
  })
  return problems
}

/** Founds the shop, signs its owner in and opens `path`. */
export async function openAt(screen: Screen, path: string): Promise<void> {
  if (!screen.core.opened()) await found(screen.core)
  const { cookie } = await signIn(screen.origin)
  const [name = '', value = ''] = cookie.split('=')
  await screen.context.addCookies([{ name, value, url: screen.origin }])
  // Another hash alone would not read the page anew.
  await screen.page.goto('about:blank')
  await screen.page.goto(`${screen.origin}/#${path}`)
  await screen.page.getByRole('main').waitFor()
}

/** The owner's own way to the shop, beside the screen: to prepare it, and to see what was booked. */
export async function owner({ origin, core }: Screen): Promise<Client> {
  if (!core.opened()) await found(core)
  const { cookie } = await signIn(origin)
  return createORPCClient<Client>(new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }))
}

async function signIn(origin: string): Promise<{ cookie: string }> {
  const answer = await fetch(`${origin}/rpc/session/signIn`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ json: { requestId: rid(), ...OWNER } }),
  })
  expect(answer.status).toBe(200)
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

export { OWNER, rid }
