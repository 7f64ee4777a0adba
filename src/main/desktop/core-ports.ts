/** How a window reaches the core: a MessagePort that only our own page is given, with oRPC at its other end. */
import { hostname } from 'node:os'
import { RPCHandler } from '@orpc/server/message-port'
import { MessageChannelMain, type WebContents } from 'electron'
import type { CallContext, Computer, Connection, Core, Credential } from '../api/call.ts'
import { router } from '../api/router.ts'
import { onOwnMessage } from './own-frame.ts'

export function handOutPorts(core: Core, origin: string, computer: Computer): void {
  const handler = new RPCHandler<CallContext>(router)
  const connections = new WeakMap<WebContents, Connection>()

  onOwnMessage('guitai:connect', origin, (frame, sender) => {
    const connection = connections.get(sender) ?? windowConnection(computer)
    connections.set(sender, connection)
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1, { context: { core, connection } })
    port1.start()
    frame.postMessage('guitai:port', null, [port2])
  })
}

/** Kept as long as the window, so that a reload stays signed in; never written anywhere, so that a start asks anew. */
function windowConnection(computer: Computer): Connection {
  let credential: Credential | null = null
  return {
    device: hostname(),
    computer,
    needsSetupCode: false, // who sits at this PC may set its shop up
    credential: () => credential,
    keep: (next) => {
      credential = next
    },
  }
}
