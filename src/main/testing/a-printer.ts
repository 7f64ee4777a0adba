/** A receipt printer on the network, as real as a TCP server can be: `const printer = await aPrinter()`. */
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { readPaper, type ReadPaper } from './escpos-reader.ts'

export interface TestPrinter {
  readonly address: string
  /** What came out, one paper per connection. */
  readonly papers: readonly ReadPaper[]
  off(): Promise<void>
}

/** @param behaviour what it does with a connection; by default it takes everything and hangs up when told goodbye */
export async function aPrinter(
  behaviour: (socket: Socket, done: (bytes: Buffer) => void) => void = takeEverything,
): Promise<TestPrinter> {
  const papers: ReadPaper[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    behaviour(socket, (bytes) => papers.push(readPaper(bytes)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const off = async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(off)
  return { address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`, papers, off }
}

function takeEverything(socket: Socket, done: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('end', () => {
    done(Buffer.concat(chunks))
    socket.end()
  })
}
