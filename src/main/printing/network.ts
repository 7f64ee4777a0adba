/** Raw bytes over TCP, as nearly every receipt printer with a network plug takes them. */
import { connect, type Socket } from 'node:net'
import type { PrinterStatus } from '../../contract/printing.ts'
import { networkAddress, type NetworkAddress } from './addresses.ts'
import { NotPrinted, type Asked, type Delivery, type Patience } from './not-printed.ts'
import { answers, QUESTION, refuseUnlessReady } from './status.ts'

/** Done when the last byte is handed over and the printer did not object. */
export async function sendOverNetwork(address: string, delivery: Delivery): Promise<Asked> {
  const { bytes, asks } = delivery
  const line = await dial(address, delivery)
  try {
    const status = asks ? await line.ask() : null
    refuseUnlessReady(status, { maybe: false })
    await line.send(bytes)
    if (status !== null) refuseUnlessReady(await line.ask(), { maybe: true })
    await line.sayGoodbye()
    return { status }
  } finally {
    line.hangUp()
  }
}

export async function askOverNetwork(address: string, delivery: Omit<Delivery, 'bytes'>): Promise<Asked> {
  const line = await dial(address, delivery)
  try {
    return { status: await line.ask() }
  } finally {
    line.hangUp()
  }
}

interface Line {
  ask(): Promise<PrinterStatus | null>
  send(bytes: Uint8Array): Promise<void>
  sayGoodbye(): Promise<void>
  hangUp(): void
}

async function dial(
  address: string,
  { patience, signal }: { readonly patience: Patience; readonly signal: AbortSignal },
): Promise<Line> {
  const target = networkAddress(address) ?? notAllowed()
  const { socket, lost, isLost, beginPaper, beginGoodbye } = connected(target, signal)
  /** Whatever happens to the connection meanwhile ends the step. */
  const step = (begin: (done: () => void) => void, { within, late }: { within: number; late: 'fails' | 'goesOn' }) => {
    let timer: NodeJS.Timeout | undefined
    const done = new Promise<void>((resolve, reject) => {
      if (late === 'fails') socket.setTimeout(within, () => reject(isLost('timedOut')))
      // What came in while the program was busy is heard before it counts as late.
      else timer = setTimeout(() => setImmediate(resolve), within)
      begin(resolve)
    })
    return Promise.race([done, lost]).finally(() => {
      clearTimeout(timer)
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
    })
  }
  const hangUp = () => socket.destroy()

  await step((done) => socket.once('connect', done), { within: patience.connectMs, late: 'fails' }).catch(
    (error: unknown) => {
      hangUp()
      throw error
    },
  )
  return {
    hangUp,
    async ask() {
      const { hear, status } = answers()
      let listen: ((bytes: Buffer) => void) | undefined
      const asked = step(
        (done) => {
          listen = (bytes) => hear(bytes) && done()
          socket.on('data', listen)
          socket.write(QUESTION)
        },
        { within: patience.answerMs, late: 'goesOn' },
      )
      await asked.finally(() => listen && socket.off('data', listen))
      return status()
    },
    async send(bytes) {
      beginPaper()
      await step((done) => socket.write(bytes, () => done()), { within: patience.stallMs, late: 'fails' })
    },
    async sayGoodbye() {
      beginGoodbye()
      await step((done) => void socket.end().once('close', done), { within: patience.farewellMs, late: 'goesOn' })
    },
  }
}

/** A socket, and the promise that rejects when it is gone: before the paper began, nothing of it can be out. */
function connected(target: NetworkAddress, signal: AbortSignal) {
  const socket: Socket = connect({ ...target, noDelay: true })
  let began = false
  let isGoodbye = false
  const isLost = (failure: 'interrupted' | 'timedOut' | 'hostEnded') => {
    const named = failure === 'interrupted' && !began ? 'unreachable' : failure
    return new NotPrinted(named, { maybe: began })
  }
  const lost = new Promise<never>((_, reject) => {
    const abort = () => reject(isLost('hostEnded'))
    socket.once('error', () => reject(isLost('interrupted')))
    socket.once('close', () => {
      signal.removeEventListener('abort', abort)
      if (!isGoodbye) reject(isLost('interrupted')) // told goodbye, it hangs up
    })
    signal.addEventListener('abort', abort, { once: true })
  })
  lost.catch(() => undefined) // a step hears of it; without one, nobody needs to
  socket.on('error', () => undefined)
  socket.resume() // what the printer says of itself
  return {
    ...{ socket, lost, isLost },
    beginPaper: () => void (began = true),
    beginGoodbye: () => void (isGoodbye = true),
  }
}

function notAllowed(): never {
  throw new NotPrinted('notAllowed')
}
