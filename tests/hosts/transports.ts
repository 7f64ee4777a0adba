/** The three ways in: a program's direct call, a window's MessagePort and a browser's HTTP. */
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { onTestFinished } from 'vitest'
import type { contract } from '../../src/contract/index.ts'
import type { Connection, Core } from '../../src/main/api/call.ts'
import { router } from '../../src/main/api/router.ts'
import { aHost } from './a-host.ts'
import type { TestCore } from './a-core.ts'

export type Client = ContractRouterClient<typeof contract>
/** Each call is another caller: a window, a browser or a program that is not signed in yet. */
export type Connect = () => Client
export type Transport = (core: TestCore) => Connect | Promise<Connect>

/** Keeps its credential in memory, as the desktop's windows do; else like a browser, so that answers can be compared. */
export function aConnection(): Connection {
  let credential: ReturnType<Connection['credential']> = null
  return {
    device: 'browser',
    needsSetupCode: true,
    credential: () => credential,
    keep: (next) => (credential = next),
  }
}

export const direct = (core: Core): Connect => {
  return () => createRouterClient(router, { context: { core, connection: aConnection() } })
}

export const messagePort = (core: Core): Connect => {
  const handler = new RPCHandler(router)
  return () => {
    const { port1, port2 } = new MessageChannel()
    handler.upgrade(port1, { context: { core, connection: aConnection() } })
    port1.start()
    port2.start()
    onTestFinished(() => port2.close())
    return createORPCClient(new PortLink({ port: port2 }))
  }
}

export const http = async (core: TestCore): Promise<Connect> => {
  const host = await aHost(core)
  return () => createORPCClient(new FetchLink({ url: `${host.origin}/rpc`, fetch: withCookies(host.origin) }))
}

/** What a browser does with cookies, and the Origin that it sends. */
export function withCookies(origin: string) {
  let cookie = ''
  const asking = async (request: Request | URL, init?: RequestInit): Promise<Response> => {
    const sent = new Request(request, init)
    sent.headers.set('origin', origin)
    if (cookie !== '') sent.headers.set('cookie', cookie)
    const answer = await fetch(sent)
    for (const set of answer.headers.getSetCookie()) cookie = set.split(';', 1)[0] ?? ''
    return answer
  }
  return Object.assign(asking, { cookie: () => cookie })
}

export const TRANSPORTS: readonly (readonly [string, Transport])[] = [
  ['a direct call', direct],
  ['a MessagePort', messagePort],
  ['HTTP', http],
]
