import { execFileSync } from 'node:child_process'
import { constants, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aPrinter } from '../testing/a-printer.ts'
import { isDevicePath, networkAddress, whatIsAt } from './addresses.ts'
import { sendToDevice } from './device.ts'
import { sendOverNetwork } from './network.ts'
import type { Patience } from './not-printed.ts'

const PATIENCE: Patience = { connectMs: 200, stallMs: 100, farewellMs: 50, answerMs: 60 }
const PAPER = Buffer.from('\u001b@paper\n', 'latin1')
const never = new AbortController().signal
const plain = (bytes: Uint8Array, patience = PATIENCE) => ({ bytes, patience, signal: never, asks: false })

describe('an address on the network', () => {
  test.each([
    ['192.168.1.50', { host: '192.168.1.50', port: 9100 }],
    ['192.168.1.50:9101', { host: '192.168.1.50', port: 9101 }],
    ['printer.local', { host: 'printer.local', port: 9100 }],
    ['fe80::1', { host: 'fe80::1', port: 9100 }],
    ['[fe80::1]:9100', { host: 'fe80::1', port: 9100 }],
  ])('%s', (typed, meant) => expect(networkAddress(typed)).toEqual(meant))

  test.each([
    '',
    'a b',
    '1',
    '999.1.1.1',
    'host:0',
    'host:70000',
    'host:',
    'http://host',
    'host/path',
    '[host]:9100',
    '-a',
    'a..b',
    'user@host',
  ])('%j is none', (typed) => expect(networkAddress(typed)).toBeNull())
})

describe('a printer on the network', () => {
  test('that closes the door is unreachable', async () => {
    await expect(sendOverNetwork('127.0.0.1:1', plain(PAPER))).rejects.toMatchObject({
      failure: 'unreachable',
      maybe: false,
    })
  })

  test('that takes nothing more is given up, and nobody knows what came out', async () => {
    const stuck = await aPrinter((socket) => socket.pause())
    const much = Buffer.alloc(64 * 1024 * 1024, 'x')
    await expect(sendOverNetwork(stuck.address, plain(much))).rejects.toMatchObject({
      failure: 'timedOut',
      maybe: true,
    })
  })

  test('that reads slowly gets every byte', async () => {
    const slow = await aPrinter((socket, done) => {
      const chunks: Buffer[] = []
      socket.on('data', (chunk) => {
        chunks.push(chunk)
        socket.pause()
        setTimeout(() => socket.resume(), 5)
      })
      socket.on('end', () => {
        done(Buffer.concat(chunks))
        socket.end()
      })
    })
    await sendOverNetwork(
      slow.address,
      plain(Buffer.concat(Array<Buffer>(20_000).fill(PAPER)), { ...PATIENCE, stallMs: 5_000 }),
    )
    await expect.poll(() => slow.papers[0]?.lines.length).toBe(20_000)
  })

  test('that never says goodbye is done with all the same', async () => {
    const silent = await aPrinter((socket) => socket.resume())
    await sendOverNetwork(silent.address, plain(PAPER))
  })

  test('that hangs up in the middle leaves a doubt', async () => {
    const faulty = await aPrinter((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const much = Buffer.alloc(16 * 1024 * 1024, 'x')
    await expect(sendOverNetwork(faulty.address, plain(much))).rejects.toMatchObject({
      failure: 'interrupted',
      maybe: true,
    })
  })
})

test('a device path is under /dev and nowhere else', () => {
  for (const path of ['/dev/usb/lp0', '/dev/ttyUSB0']) expect(isDevicePath(path, 'linux')).toBe(true)
  for (const path of ['/dev/', '/dev/../etc/passwd', '/etc/passwd', 'lp0', '/dev//lp0', '\\\\.\\COM3'])
    expect(isDevicePath(path, 'linux'), path).toBe(false)
  expect(isDevicePath('\\\\.\\COM3', 'win32')).toBe(true)
  for (const path of ['\\\\.\\..\\a', 'C:\\shop.db', '\\\\server\\share', '/dev/lp0'])
    expect(isDevicePath(path, 'win32'), path).toBe(false)
})

describe('a printer at this PC', () => {
  /** A folder that stands for /dev: nobody may make things there. */
  const aDevFolder = () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guitai-dev-')))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    return folder
  }
  const send = (path: string, bytes: Uint8Array, folder = dirname(path)) =>
    sendToDevice(path, plain(bytes), `${folder}/`)

  test('takes the bytes as they are', async () => {
    const path = join(aDevFolder(), 'lp0')
    execFileSync('mkfifo', [path])
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    onTestFinished(() => reader.close())
    expect(await whatIsAt(path, `${dirname(path)}/`)).toBe('device')
    await send(path, PAPER)
    const { buffer, bytesRead } = await reader.read(Buffer.alloc(100), 0, 100)
    expect(buffer.subarray(0, bytesRead)).toEqual(PAPER)
  })

  test('that takes nothing is given up, and what it took is in doubt', async () => {
    const path = join(aDevFolder(), 'lp0')
    execFileSync('mkfifo', [path])
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    onTestFinished(() => reader.close())
    const much = Buffer.alloc(1024 * 1024)
    await expect(send(path, much)).rejects.toMatchObject({ failure: 'timedOut', maybe: true })
  })

  test('that is switched off is not connected', async () => {
    const path = join(aDevFolder(), 'lp0')
    await expect(send(path, PAPER)).rejects.toMatchObject({ failure: 'notConnected' })
    execFileSync('mkfifo', [path])
    await expect(send(path, PAPER)).rejects.toMatchObject({ failure: 'notConnected' })
  })

  test('is never an ordinary file, whatever leads there', async () => {
    const folder = aDevFolder()
    const file = join(folder, 'file')
    writeFileSync(file, 'precious')
    const outside = join(mkdtempSync(join(tmpdir(), 'guitai-')), 'shop.db')
    onTestFinished(() => rmSync(join(outside, '..'), { recursive: true }))
    writeFileSync(outside, 'precious')
    const link = join(folder, 'link')
    symlinkSync(outside, link)
    for (const path of [file, link, folder]) {
      expect(await whatIsAt(path, `${folder}/`), path).toBe('other')
      await expect(send(path, PAPER, folder)).rejects.toMatchObject({ failure: 'notAllowed' })
    }
    await expect(send(outside, PAPER, folder)).rejects.toMatchObject({ failure: 'notAllowed' })
    expect([file, outside].map((path) => readFileSync(path, 'utf8'))).toEqual(['precious', 'precious'])
  })
})
