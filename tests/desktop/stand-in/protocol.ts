/** `protocol`: schemes of one's own, which must be told before the app is ready. */
import { app } from './app.ts'

type Handler = (request: Request) => Response | Promise<Response>
interface Scheme {
  readonly scheme: string
  readonly privileges?: { standard?: boolean; secure?: boolean; supportFetchAPI?: boolean; bypassCSP?: boolean }
}

const privileged = new Set<string>()
const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly Scheme[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges: { standard, secure, supportFetchAPI, bypassCSP } = {} } of schemes) {
      // Without these the page could neither fetch nor be a secure context; the stand-in cannot take them away again.
      if (standard && secure && supportFetchAPI && !bypassCSP) privileged.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!app.isReady()) throw new Error('protocol.handle can only be used after app is ready')
    if (!privileged.has(scheme)) throw new Error(`the stand-in knows only standard, secure schemes, not ${scheme}`)
    handlers.set(scheme, handler)
  },
}

export function handlerFor(url: string): Handler | undefined {
  return handlers.get(new URL(url).protocol.slice(0, -1))
}
