/** The HTTP host: the app at `/`, its procedures at `/rpc`, the integration API at `/api`, and `/health`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Core } from '../api/call.ts'
import { answering } from './answer.ts'
import { mustBeLoopback, originOf, originsOf } from './loopback.ts'

export interface Host {
  readonly origin: string
  close(): Promise<void>
}

export interface HostOptions {
  readonly core: Core
  readonly renderer: string
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

const SLOW_CLIENT_MS = 30_000
const SLOW_HEADERS_MS = 10_000
const CHECK_TIMEOUTS_MS = 5_000
const MOST_CONNECTIONS = 256
const FINISH_MS = 5_000

/** Listens on this PC only, until the returned host is closed. */
export async function startHost({ core, renderer, host, port }: HostOptions): Promise<Host> {
  mustBeLoopback(host)
  const server = createServer({
    requestTimeout: SLOW_CLIENT_MS,
    headersTimeout: SLOW_HEADERS_MS,
    connectionsCheckingInterval: CHECK_TIMEOUTS_MS,
  })
  server.maxConnections = MOST_CONNECTIONS
  await listen(server, host, port)
  const actualPort = (server.address() as AddressInfo).port
  const streams = new Set<ServerResponse>()
  const answer = answering({ core, renderer, port: actualPort, origins: originsOf(host, actualPort) })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    streams.add(response)
    response.once('close', () => streams.delete(response))
    void answer(request, response)
  })
  return { origin: originOf(host, actualPort), close: () => closeGently(server, streams) }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** What was asked is still answered; event streams, which never end by themselves, are cut. */
async function closeGently(server: Server, responses: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const response of responses) {
    if (response.getHeader('content-type') === 'text/event-stream') response.destroy()
  }
  const impatience = setTimeout(() => server.closeAllConnections(), FINISH_MS)
  await closed
  clearTimeout(impatience)
}
