/** `app`: the life of the process, in Electron's order of events. */
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import manifest from '../../../package.json' with { type: 'json' }
import { refusable } from './events.ts'
import { takeInstance } from './single-instance.ts'
import { openWindows } from './windows.ts'

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = manifest.productName
  readonly #paths: Map<string, string>
  #ready: Promise<void> | undefined
  #isReady = false
  #quitting = false
  #exiting = false
  /** Brings up what windows are made of, and takes it down again. */
  machinery = { up: () => Promise.resolve(), down: () => Promise.resolve() }

  constructor() {
    super()
    const appData = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    const userData = join(appData, this.name)
    this.#paths = new Map(Object.entries({ appData, userData, sessionData: userData, documents: homedir() }))
  }

  whenReady(): Promise<void> {
    this.#ready ??= this.machinery.up().then(() => {
      this.#isReady = true
      this.emit('ready')
    })
    return this.#ready
  }

  isReady = (): boolean => this.#isReady
  enableSandbox = (): void => undefined
  getLocale = (): string => localeOf(process.argv)
  getVersion = (): string => manifest.version
  getAppPath = (): string => dirname(dirname(dirname(process.argv[1] ?? '')))
  /** For Windows and a Mac only; on Linux nothing comes of it. */
  getLoginItemSettings = () => ({ openAtLogin: false })
  setLoginItemSettings = (): void => undefined
  setAppUserModelId = (): void => undefined

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Path '${path}' does not exist`)
    this.#paths.set(name, path)
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`the stand-in knows no path ${name}`)
    return path
  }

  requestSingleInstanceLock(): boolean {
    return takeInstance(this.getPath('userData'), ({ args, directory }) =>
      this.emit('second-instance', {}, args, directory),
    )
  }

  /** before-quit → the windows close → will-quit → quit; each but the last may refuse. */
  quit(): void {
    if (this.#exiting || !this.#allows('before-quit')) return
    this.#quitting = true
    this.#quitting = openWindows.all().every((window) => window.close())
    if (this.#quitting && this.#allows('will-quit')) this.exit(0)
  }

  exit(code = 0): void {
    if (this.#exiting) return
    this.#exiting = true
    for (const window of openWindows.all()) window.destroy()
    this.emit('quit', {}, code)
    void this.machinery.down().finally(() => process.exit(code))
  }

  windowClosed(): void {
    if (this.#quitting || openWindows.all().length > 0) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  #allows(event: string): boolean {
    const asked = refusable({})
    this.emit(event, asked)
    return !asked.defaultPrevented
  }
}

function localeOf(args: readonly string[]): string {
  const { values } = parseArgs({
    args: args.slice(2),
    options: { lang: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  return typeof values.lang === 'string' ? values.lang : 'en-US'
}

export const app = new App()
