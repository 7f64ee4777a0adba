/** MessagePorts between this process and a page: what is posted on one side is carried to the other. */
import { EventEmitter } from 'node:events'

export class MessagePortMain extends EventEmitter {
  /** Whoever is at the other end; a port of a page posts through it. */
  carry: (data: unknown) => void = () => undefined
  #waiting: unknown[] | null = []
  #closed = false

  postMessage(data: unknown): void {
    if (!this.#closed) this.carry(data)
  }

  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const data of waiting) this.receive(data)
  }

  receive(data: unknown): void {
    if (this.#closed) return
    if (this.#waiting) this.#waiting.push(data)
    else this.emit('message', { data, ports: [] })
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.emit('close')
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()

  constructor() {
    this.port1.carry = (data) => this.port2.receive(data)
    this.port2.carry = (data) => this.port1.receive(data)
    this.port1.on('close', () => this.port2.close())
    this.port2.on('close', () => this.port1.close())
  }
}
