/** `BrowserWindow`: a page, and the place on the screen that it would have. */
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { debuggingPort } from './browser.ts'
import { tellTest } from './control.ts'
import { refusable } from './events.ts'
import { WebContents, type WebPreferences } from './web-contents.ts'
import { openWindows } from './windows.ts'

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Options extends Partial<Bounds> {
  readonly show?: boolean
  readonly webPreferences?: WebPreferences
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  #bounds: Bounds
  #state: 'normal' | 'maximised' | 'minimised' = 'normal'
  #visible: boolean
  #closed = false

  constructor({ x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} }: Options = {}) {
    super()
    this.#bounds = { x, y, width, height }
    this.#visible = show
    this.webContents = new WebContents(webPreferences)
    openWindows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
    void this.webContents.resize({ width, height })
  }

  static getAllWindows = (): BrowserWindow[] => openWindows.all().filter((open) => open instanceof BrowserWindow)
  static fromWebContents = (contents: object): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find(({ webContents }) => webContents === contents) ?? null

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url)
    this.emit('ready-to-show')
    tellTest({ kind: 'window', debuggingPort: debuggingPort() })
  }

  getBounds = (): Bounds => this.#bounds
  getNormalBounds = (): Bounds => this.#bounds
  isVisible = (): boolean => this.#visible
  isDestroyed = (): boolean => this.#closed
  isMinimized = (): boolean => this.#state === 'minimised'
  isMaximized = (): boolean => this.#state === 'maximised'
  minimize = (): void => void (this.#state = 'minimised')
  maximize = (): void => void (this.#state = 'maximised')
  restore = (): void => void (this.#state = 'normal')
  show = (): void => this.#see(true)
  hide = (): void => this.#see(false)
  focus = (): void => void this.emit('focus')

  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    void this.webContents.resize(this.#bounds)
  }

  #see(visible: boolean): void {
    if (this.#visible === visible) return
    this.#visible = visible
    this.emit(visible ? 'show' : 'hide')
  }

  close(): boolean {
    const asked = refusable({})
    this.emit('close', asked)
    if (!asked.defaultPrevented) this.destroy()
    return !asked.defaultPrevented
  }

  destroy(): void {
    if (this.#closed) return
    this.#closed = true
    openWindows.remove(this)
    void this.webContents.destroy()
    this.emit('closed')
    app.windowClosed()
  }
}
