/** The typed way to the shop: over a MessagePort in the desktop app, over HTTP in a browser. Chosen once, at boot. */
import { createORPCClient, DynamicLink } from '@orpc/client'
import type { ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../contract/index.ts'
import { corePort, desktop } from './desktop.ts'
import { toRefusal } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** How a call is made, where that is not as usual. */
interface CallContext {
  /** Outlives the page that is being closed; what is sent is small then. */
  readonly keepalive?: boolean
}

export type Client = ContractRouterClient<typeof contract, CallContext>
type Link = ClientLink<CallContext>

let chosen: Promise<Link> | undefined

export const client: Client = createORPCClient<Client>(
  new DynamicLink<CallContext>(async () => listening(await (chosen ??= chooseLink()))),
)

const watchers = new Set<(refusal: Refusal) => void>()

/** Told of every refusal, so that a session that has ended is noticed wherever it is noticed first. */
export function onRefusal(watch: (refusal: Refusal) => void): void {
  watchers.add(watch)
}

async function chooseLink(): Promise<Link> {
  const shell = desktop()
  if (!shell) {
    return new HttpLink<CallContext>({
      url: new URL('/rpc', location.href).href,
      fetch: (request, init, { context }) => fetch(request, { ...init, keepalive: context.keepalive ?? false }),
    })
  }
  const port = await corePort(shell)
  port.start()
  return new PortLink({ port })
}

function listening(link: Link): Link {
  return {
    async call(path, input, options) {
      try {
        return await link.call(path, input, options)
      } catch (error) {
        const refusal = toRefusal(error)
        for (const watch of watchers) watch(refusal)
        throw error
      }
    },
  }
}
