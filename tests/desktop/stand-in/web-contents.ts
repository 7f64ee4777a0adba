/** `WebContents`: a page of Chromium. */
import { EventEmitter } from 'node:events'
import type { Frame, Page } from 'playwright-core'
import { toVisited } from './address.ts'
import { bridgeTo } from './bridge.ts'
import { browser } from './browser.ts'
import { refusable } from './events.ts'
import { hear } from './messages.ts'
import { imageOf, type NativeImage } from './native-image.ts'
import { preloadScript } from './preload.ts'
import { answerRoute } from './requests.ts'
import { WebFrameMain } from './web-frame.ts'

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }
export interface WebPreferences {
  readonly preload?: string
}

let lastId = 0

export class WebContents extends EventEmitter {
  readonly id = ++lastId
  title = ''
  readonly #preferences: WebPreferences
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  #page: Promise<Page>
  #mainFrame: WebFrameMain | undefined
  /** What main itself asked for is not `will-navigate`. */
  #ownNavigation = false

  constructor(preferences: WebPreferences) {
    super()
    this.#preferences = preferences
    this.#page = this.#open()
  }

  get mainFrame(): WebFrameMain {
    if (!this.#mainFrame) throw new Error('nothing is loaded yet')
    return this.#mainFrame
  }

  getTitle = (): string => this.title
  getURL = (): string => this.mainFrame.url
  getLastWebPreferences = (): WebPreferences => this.#preferences
  setWindowOpenHandler = (handler: OpenHandler): void => void (this.#openHandler = handler)
  executeJavaScript = async (code: string): Promise<unknown> => (await this.#page).evaluate(code)
  getPrintersAsync = (): Promise<{ name: string }[]> => Promise.resolve([{ name: 'Stand-in' }])
  print = (_options: object, done: (success: boolean, reason: string) => void): void => done(true, '')

  async loadURL(url: string): Promise<void> {
    await this.#go((page) => page.goto(toVisited(url)))
  }

  reload(): void {
    const url = this.getURL()
    void this.#go(() => this.#replaceLostPage().then((page) => page.goto(toVisited(url))))
  }

  async printToPDF({ preferCSSPageSize = false, printBackground = false }): Promise<Buffer> {
    const page = await this.#page
    this.title = await page.title()
    return page.pdf({ preferCSSPageSize, printBackground })
  }

  forcefullyCrashRenderer(): void {
    void this.#page
      .then(async (page) => (await browser().newCDPSession(page)).send('Page.crash'))
      .catch(() => undefined)
  }

  async capturePage(rect: { x: number; y: number; width: number; height: number }): Promise<NativeImage> {
    return imageOf(await this.#page, rect)
  }

  async resize(size: { width: number; height: number }): Promise<void> {
    await (await this.#page).setViewportSize(size)
  }

  async destroy(): Promise<void> {
    const page = await this.#page
    this.mainFrame.forget()
    await page.close()
  }

  decideWindowOpen = (url: string): string => this.#openHandler({ url }).action

  allowsNavigation(url: string, frame: Frame): boolean {
    const isMainFrame = frame.parentFrame() === null
    if (isMainFrame && this.#ownNavigation) return true
    const event = refusable({ url, isMainFrame })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  async #open(): Promise<Page> {
    const page = await browser().newPage()
    const bridge = await bridgeTo(page, (message) => hear(this, message, bridge.deliver))
    this.#mainFrame = new WebFrameMain(() => page.url(), bridge.deliver)
    await page.route('**/*', (route) => answerRoute(route, this))
    if (this.#preferences.preload) await page.addInitScript({ content: preloadScript(this.#preferences.preload) })
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 133 }))
    page.on('popup', (popup) => {
      if (this.decideWindowOpen(popup.url()) === 'deny') void popup.close()
    })
    return page
  }

  async #go(navigate: (page: Page) => Promise<unknown>): Promise<void> {
    const page = await this.#page
    this.#ownNavigation = true
    try {
      await navigate(page)
    } finally {
      this.#ownNavigation = false
    }
    this.emit('did-finish-load')
  }

  /** Playwright gives up a page for good once it has crashed; Electron does not. */
  async #replaceLostPage(): Promise<Page> {
    const lost = await this.#page
    this.mainFrame.forget()
    this.#page = this.#open()
    await lost.close()
    return this.#page
  }
}
