/** The typed client in the test, over a port that the page asked the shell for, as the page's own client does. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Page } from 'playwright-core'
import type { contract } from '../../../src/contract/index.ts'

export type Client = ContractRouterClient<typeof contract>

let clients = 0

export async function clientThrough(page: Page): Promise<Client> {
  const name = `guitaiTest${++clients}`
  const heard = new EventTarget()
  await page.exposeFunction(`${name}Heard`, (data: unknown) => {
    heard.dispatchEvent(new MessageEvent('message', { data }))
  })
  await page.evaluate(openPort, name)
  const port = Object.assign(heard, {
    postMessage: (data: unknown) => void page.evaluate(post, { name, data }),
  })
  return createORPCClient<Client>(new RPCLink({ port: port as never }))
}

type Ports = Record<string, MessagePort> & Record<string, (data: unknown) => void>

function openPort(name: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = ({ data, ports: [port] }: MessageEvent) => {
      if (data !== 'guitai:port' || !port) return
      window.removeEventListener('message', listen)
      const ports = globalThis as unknown as Ports
      port.onmessage = (event) => ports[`${name}Heard`]?.(event.data)
      ;(ports as Record<string, MessagePort>)[name] = port
      resolve()
    }
    window.addEventListener('message', listen)
    ;(window as unknown as { guitai: { connect(): void } }).guitai.connect()
  })
}

function post({ name, data }: { name: string; data: unknown }): void {
  ;(globalThis as unknown as Ports)[name]?.postMessage(data)
}
