/** `ipcMain`, fed by what the preload sends from its page. */
import { EventEmitter } from 'node:events'

type Handler = (event: object, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  answer(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    return handler
      ? Promise.try(() => handler(event, ...args))
      : Promise.reject(new Error(`No handler registered for '${channel}'`))
  }
}

export const ipcMain = new IpcMain()
