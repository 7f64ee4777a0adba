/** Raw bytes to a device file: a printer on USB, or a serial one. */
import { setTimeout as pause } from 'node:timers/promises'
import type { FileHandle } from 'node:fs/promises'
import { isDevicePath, openDevice, takesBytes, whatIsAt } from './addresses.ts'
import { NotPrinted, type Patience } from './not-printed.ts'

/** How often a printer that is busy is asked again. */
const ASK_EVERY_MS = 20

export async function sendToDevice(
  path: string,
  bytes: Uint8Array,
  { stallMs }: Patience,
  signal: AbortSignal,
): Promise<void> {
  if (!isDevicePath(path)) throw new NotPrinted('notAllowed')
  const found = await whatIsAt(path)
  if (found !== 'device') throw new NotPrinted(found === 'none' ? 'notConnected' : 'notAllowed')
  const device = await openDevice(path).catch((error: unknown) => {
    throw new NotPrinted(isForbidden(error) ? 'notAllowed' : 'notConnected')
  })
  try {
    // What was opened counts, not what lay there a moment ago.
    if (process.platform !== 'win32' && !takesBytes(await device.stat())) throw new NotPrinted('notAllowed')
    await writeAll(device, bytes, stallMs, signal)
  } finally {
    await device.close().catch(() => undefined)
  }
}

async function writeAll(device: FileHandle, bytes: Uint8Array, stallMs: number, signal: AbortSignal): Promise<void> {
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
