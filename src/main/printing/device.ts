/** Raw bytes to a device file: a printer on USB, or a serial one. */
import { setTimeout as pause } from 'node:timers/promises'
import type { FileHandle } from 'node:fs/promises'
import type { PrinterStatus } from '../../contract/printing.ts'
import { DEVICES, isDevicePath, openDevice, takesBytes, whatIsAt } from './addresses.ts'
import { NotPrinted, type Asked, type Delivery } from './not-printed.ts'
import { answers, QUESTION, refuseUnlessReady } from './status.ts'

/** How often a printer that is busy is asked again. */
const ASK_EVERY_MS = 20

export async function sendToDevice(path: string, delivery: Delivery, devices = DEVICES): Promise<Asked> {
  return withDevice(path, delivery, devices, async (device, answersBack) => {
    const asks = delivery.asks && answersBack
    const status = asks ? await askDevice(device, delivery) : null
    refuseUnlessReady(status, { maybe: false })
    await writeAll(device, delivery)
    if (status !== null) refuseUnlessReady(await askDevice(device, delivery), { maybe: true })
    return { status }
  })
}

export function askAtDevice(path: string, delivery: Omit<Delivery, 'bytes'>, devices = DEVICES): Promise<Asked> {
  return withDevice(path, delivery, devices, async (device, answersBack) => ({
    status: answersBack ? await askDevice(device, delivery) : null,
  }))
}

async function withDevice<T>(
  path: string,
  { asks }: Pick<Delivery, 'asks'>,
  devices: string,
  work: (device: FileHandle, answersBack: boolean) => Promise<T>,
): Promise<T> {
  if (!isDevicePath(path, process.platform, devices)) throw new NotPrinted('notAllowed')
  const found = await whatIsAt(path, devices)
  if (found !== 'device') throw new NotPrinted(found === 'none' ? 'notConnected' : 'notAllowed')
  const device = await openDevice(path, { reads: asks }).catch((error: unknown) => {
    throw new NotPrinted(isForbidden(error) ? 'notAllowed' : 'notConnected')
  })
  try {
    // What was opened counts, not what lay there a moment ago. A FIFO would answer with our own question.
    const stats = process.platform === 'win32' ? null : await device.stat()
    if (stats && !takesBytes(stats)) throw new NotPrinted('notAllowed')
    return await work(device, stats?.isCharacterDevice() ?? false)
  } finally {
    await device.close().catch(() => undefined)
  }
}

/** One question and whatever comes back in time; a device that cannot be read does not answer. */
export async function askDevice(
  device: Pick<FileHandle, 'read' | 'write'>,
  { patience, signal }: Omit<Delivery, 'bytes' | 'asks'>,
): Promise<PrinterStatus | null> {
  const { hear, status } = answers()
  const bytes = Buffer.alloc(64)
  const asked = await device.write(QUESTION).then(
    () => true,
    () => false,
  )
  for (let waited = 0; asked && waited <= patience.answerMs && !signal.aborted; waited += ASK_EVERY_MS) {
    const count = await device.read(bytes, 0, bytes.length, null).then(
      ({ bytesRead }) => bytesRead,
      (error: unknown) => (codeOf(error) === 'EAGAIN' ? 0 : -1),
    )
    if (count < 0 || hear(bytes.subarray(0, count))) break
    await pause(ASK_EVERY_MS)
  }
  return status()
}

async function writeAll(device: FileHandle, { bytes, patience: { stallMs }, signal }: Delivery): Promise<void> {
  let sent = 0
  let waited = 0
  while (sent < bytes.length) {
    if (signal.aborted) throw new NotPrinted('hostEnded', { maybe: sent > 0 })
    if (waited > stallMs) throw new NotPrinted('timedOut', { maybe: sent > 0 })
    const written = await device.write(bytes, sent).then(
      ({ bytesWritten }) => bytesWritten,
      (error: unknown) => {
        if (codeOf(error) === 'EAGAIN') return 0
        throw new NotPrinted(sent > 0 ? 'interrupted' : 'notConnected', { maybe: sent > 0 })
      },
    )
    sent += written
    if (written > 0) waited = 0
    else {
      waited += ASK_EVERY_MS
      await pause(ASK_EVERY_MS)
    }
  }
}

const isForbidden = (error: unknown): boolean => ['EACCES', 'EPERM', 'EISDIR', 'EROFS'].includes(codeOf(error))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
