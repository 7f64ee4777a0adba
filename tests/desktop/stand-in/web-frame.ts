/** A frame of a page, as main sees it. */
import { originOf, toMeant } from './address.ts'
import type { MessagePortMain } from './ports.ts'

let lastPort = 0

export class WebFrameMain {
  readonly ports = new Map<number, MessagePortMain>()
  readonly #visited: () => string
  readonly #deliver: (delivery: object) => void

  constructor(visited: () => string, deliver: (delivery: object) => void) {
    this.#visited = visited
    this.#deliver = deliver
  }

  get url(): string {
    return toMeant(this.#visited())
  }

  get origin(): string {
    return originOf(this.#visited())
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.#take(port))
    this.#deliver({ kind: 'message', channel, message, ports })
  }

  /** A new document has begun: what the old one held is gone. */
  forget(): void {
    for (const port of this.ports.values()) port.close()
    this.ports.clear()
  }

  /** The page's end of a port is where this one's messages now go. */
  #take(port: MessagePortMain): number {
    const id = ++lastPort
    this.ports.set(id, port)
    port.on('message', ({ data }: { data: unknown }) => this.#deliver({ kind: 'port', port: id, data }))
    port.start()
    return id
  }
}
