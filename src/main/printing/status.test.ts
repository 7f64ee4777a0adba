/** A printer that says how it is, one that says nothing, and one that runs out of paper in the middle. */
import { execFileSync } from 'node:child_process'
import { constants, mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { PrinterStatus } from '../../contract/printing.ts'
import { answering, aPrinter, type Mood } from '../testing/a-printer.ts'
import type { AskedPrinter } from '../api/call.ts'
import { askDevice } from './device.ts'
import type { Patience } from './not-printed.ts'
import { answers, QUESTION } from './status.ts'
import { startTalking } from './talking.ts'

const PATIENCE: Patience = { connectMs: 5_000, stallMs: 5_000, farewellMs: 5_000, answerMs: 5_000 }
/** For those that would take no end. */
const SHORT: Patience = { ...PATIENCE, answerMs: 60 }
const PAPER = Buffer.from('\u001b@paper\n', 'latin1')
const signal = new AbortController().signal
const at = (address: string, over: Partial<AskedPrinter> = {}): AskedPrinter => ({
  ...{ id: 1, kind: 'network', address, asksStatus: true },
  ...over,
})

test.each<[string, readonly number[], PrinterStatus | null]>([
  ['nothing', [], null],
  ['only what nobody asked for', [0x11, 0x13, 0x00, 0xff], null],
  ['that all is well', [0x16, 0x12, 0x12], 'ready'],
  ['well, between flow control', [0x11, 0x16, 0x13, 0x12, 0x11, 0x12], 'ready'],
  ['only the first answer', [0x16], 'ready'],
  ['that the roll is near its end, which prints still', [0x16, 0x12, 0x1e], 'ready'],
  ['that its roll is at the end', [0x1e, 0x12, 0x72], 'paperOut'],
  ['that it stopped for paper', [0x1e, 0x32, 0x12], 'paperOut'],
  ['that its cover is open, and so sees no paper', [0x1e, 0x36, 0x72], 'coverOpen'],
  ['that it is offline', [0x1e, 0x12, 0x12], 'offline'],
])('a printer that says %s', (_, bytes, meant) => {
  const said = answers()
  said.hear(Buffer.from(bytes))
  expect(said.status()).toBe(meant)
})

describe('a printer that answers', () => {
  test('prints when it is ready', async () => {
    const printer = await aPrinter(answering({ now: 'ready' }))
    const talking = startTalking({ patience: PATIENCE, signal })
    await talking.deliver(at(printer.address), PAPER)
    expect(printer.papers).toMatchObject([{ lines: ['paper'], unknown: [] }])
    expect(await talking.statusOf(at(printer.address))).toBe('ready')
  })

  test('takes no dots of a picture for a question', async () => {
    const printer = await aPrinter(answering({ now: 'ready' }))
    const talking = startTalking({ patience: PATIENCE, signal })
    const dots = Buffer.concat(Array<Buffer>(4).fill(QUESTION))
    const head = Buffer.from([0x1d, 0x76, 0x30, 0, 3, 0, dots.length / 3, 0])
    await talking.deliver(at(printer.address), Buffer.concat([head, dots, PAPER]))
    expect(printer.papers).toMatchObject([{ lines: ['paper'], picture: { width: 24, bits: dots } }])
  })

  test.each(['paperOut', 'coverOpen', 'offline'] as const)('and is %s gets no byte of the paper', async (now) => {
    const mood: Mood = { now }
    const printer = await aPrinter(answering(mood))
    const talking = startTalking({ patience: PATIENCE, signal })
    await expect(talking.deliver(at(printer.address), PAPER)).rejects.toMatchObject({ failure: now, maybe: false })
    expect(await talking.statusOf(at(printer.address))).toBe(now)
    expect(printer.papers).toEqual([])
    mood.now = 'ready'
    await talking.deliver(at(printer.address), PAPER)
    expect(printer.papers).toHaveLength(1)
  })

  test('and runs out of paper in the middle leaves a doubt, with its reason', async () => {
    const printer = await aPrinter(answering({ now: 'ready', bytesLeft: 100 }))
    const talking = startTalking({ patience: PATIENCE, signal })
    await expect(
      talking.deliver(at(printer.address), Buffer.concat(Array<Buffer>(50).fill(PAPER))),
    ).rejects.toMatchObject({ failure: 'paperOut', maybe: true })
    expect(await talking.statusOf(at(printer.address))).toBe('paperOut')
  })

  test('has one conversation at a time', async () => {
    let open = 0
    let most = 0
    const printer = await aPrinter((socket, done) => {
      most = Math.max(most, (open += 1))
      socket.on('close', () => (open -= 1))
      answering({ now: 'ready' })(socket, done)
    })
    const talking = startTalking({ patience: PATIENCE, signal })
    const papers = [1, 2].map(() => talking.deliver(at(printer.address), PAPER))
    await Promise.all([...papers, talking.statusOf(at(printer.address))])
    expect(most).toBe(1)
    expect(printer.papers).toHaveLength(2)
  })
})

describe('a printer that never answers', () => {
  test('prints all the same, and is not asked again until somebody wants to know', async () => {
    const questions: Buffer[] = []
    const printer = await aPrinter((socket, done) => {
      const chunks: Buffer[] = []
      socket.on('data', (chunk) => {
        chunks.push(chunk)
        if (chunk.equals(QUESTION)) questions.push(chunk)
      })
      socket.on('end', () => {
        done(Buffer.concat(chunks))
        socket.end()
      })
    })
    const talking = startTalking({ patience: SHORT, signal })
    for (let count = 0; count < 3; count += 1) await talking.deliver(at(printer.address), PAPER)
    expect(printer.papers.map(({ lines }) => lines)).toEqual([['paper'], ['paper'], ['paper']])
    expect(questions).toHaveLength(1)
    expect(await talking.statusOf(at(printer.address))).toBe('silent')
    expect(questions).toHaveLength(2)
  })

  test('need not be asked at all', async () => {
    const printer = await aPrinter()
    const talking = startTalking({ patience: PATIENCE, signal })
    expect(await talking.statusOf(at(printer.address, { asksStatus: false }))).toBe('silent')
    expect(printer.calls()).toBe(0)
    await talking.deliver(at(printer.address, { asksStatus: false }), PAPER)
    expect(printer.papers).toHaveLength(1)
  })
})

test('a printer that is off is unreachable', async () => {
  const talking = startTalking({ patience: PATIENCE, signal })
  expect(await talking.statusOf(at('127.0.0.1:1'))).toBe('unreachable')
})

describe('a printer at a device file', () => {
  /** Two pipes: what it hears and what it says. */
  async function aDevice() {
    const folder = mkdtempSync(join(tmpdir(), 'guitai-dev-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const pipe = async (name: string) => {
      execFileSync('mkfifo', [join(folder, name)])
      const handle = await open(join(folder, name), constants.O_RDWR | constants.O_NONBLOCK)
      onTestFinished(() => handle.close())
      return handle
    }
    const [hears, says] = [await pipe('in'), await pipe('out')]
    return { hears, says, device: { write: hears.write.bind(hears), read: says.read.bind(says) } }
  }

  test('is asked over the file that it prints from', async () => {
    const { hears, says, device } = await aDevice()
    await says.write(Buffer.from([0x1e, 0x36, 0x72]))
    expect(await askDevice(device, { patience: PATIENCE, signal })).toBe('coverOpen')
    const { buffer, bytesRead } = await hears.read(Buffer.alloc(20), 0, 20, null)
    expect(buffer.subarray(0, bytesRead)).toEqual(QUESTION)
  })

  test('that says nothing is not waited for long', async () => {
    const { device } = await aDevice()
    expect(await askDevice(device, { patience: SHORT, signal })).toBeNull()
  })
})
