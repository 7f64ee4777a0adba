/** A receipt printer on the network, as real as a TCP server can be: `const printer = await aPrinter()`. */
import { EventEmitter, once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { PrinterStatus } from '../../contract/printing.ts'
import { readPaper, type ReadPaper } from './escpos-reader.ts'

export interface TestPrinter {
  readonly address: string
  /** What came out, one paper per connection. */
  readonly papers: readonly ReadPaper[]
  /** The papers, once so many came out. */
  readonly cameOut: (count: number) => Promise<readonly ReadPaper[]>
  /** How many connections were made to it. */
  readonly calls: () => number
  off(): Promise<void>
}

type Behaviour = (socket: Socket, done: (bytes: Buffer) => void) => void

/** @param behaviour what it does with a connection; by default it is ready, and hangs up when told goodbye */
export async function aPrinter(behaviour: Behaviour = answering({ now: 'ready' })): Promise<TestPrinter> {
  const papers: ReadPaper[] = []
  const slot = new EventEmitter()
  const sockets = new Set<Socket>()
  let calls = 0
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    calls += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    behaviour(socket, (bytes) => {
      papers.push(readPaper(bytes))
      slot.emit('paper')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const off = async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  const cameOut = async (count: number) => {
    while (papers.length < count) await once(slot, 'paper')
    return papers
  }
  onTestFinished(off)
  const { port } = server.address() as AddressInfo
  return { address: `127.0.0.1:${String(port)}`, papers, cameOut, calls: () => calls, off }
}

/** What DLE EOT 1, 2 and 4 are answered with. */
const ANSWERS: Readonly<Record<PrinterStatus, readonly [number, number, number]>> = {
  ready: [0x16, 0x12, 0x12],
  paperOut: [0x1e, 0x32, 0x72],
  coverOpen: [0x1e, 0x36, 0x72],
  offline: [0x1e, 0x12, 0x12],
}

/** A printer that says how it is; `now` may change while it prints. */
export interface Mood {
  now: PrinterStatus
  /** How much it prints until its roll is at its end. */
  bytesLeft?: number
}

/** Answers DLE EOT as it comes, paper or not, with a word of its own now and then that nobody asked for. */
export const answering =
  (mood: Mood): Behaviour =>
  (socket, done) => {
    const paper: number[] = []
    const hear = listening(
      (byte) => {
        paper.push(byte)
        if (mood.bytesLeft !== undefined && paper.length > mood.bytesLeft) mood.now = 'paperOut'
      },
      (about) => socket.write(Buffer.from([ANSWERS[mood.now][about] ?? 0])),
    )
    socket.write(Buffer.from([0x11])) // XON
    socket.on('data', (chunk) => chunk.forEach(hear))
    socket.on('end', () => {
      if (paper.length > 0) done(Buffer.from(paper))
      socket.end()
    })
  }

/** Tells the paper from the questions in it. The dots of a picture may look like a question and are none. */
function listening(printed: (byte: number) => void, asked: (about: number) => void): (byte: number) => void {
  let heard: number[] = []
  let last: number[] = []
  let dotBytes = 0
  const print = (byte: number) => {
    printed(byte)
    last = [...last.slice(1 - PICTURE_HEAD), byte]
    dotBytes = dotBytesAfter(last)
  }
  return (byte) => {
    if (dotBytes > 0) {
      dotBytes -= 1
      printed(byte)
      return
    }
    heard.push(byte)
    if (isQuestion(heard)) asked([1, 2, 4].indexOf(byte))
    else if (mayBeQuestion(heard)) return
    else heard.forEach(print)
    heard = []
  }
}

/** GS v 0, its mode, and how many bytes wide and how many rows high it is. */
const PICTURE_HEAD = 8

function dotBytesAfter([gs, v, zero, , wide = 0, wider = 0, high = 0, higher]: readonly number[]): number {
  const isPicture = gs === 0x1d && v === 0x76 && zero === 0x30 && higher !== undefined
  return isPicture ? (wide + 256 * wider) * (high + 256 * higher) : 0
}

const mayBeQuestion = ([dle, eot]: readonly number[]) => dle === 0x10 && (eot === undefined || eot === 0x04)
const isQuestion = (bytes: readonly number[]) => bytes.length === 3 && mayBeQuestion(bytes)
