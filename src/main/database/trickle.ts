/**
 * Brings a file to the disk while it grows. Left to the end, a copy of a large shop would go there in one go, and every sale's
 * own sync would wait behind its gigabytes (measured at 1,000,000 orders: 350 ms).
 */
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const PAUSE_MS = 20

/** Until the returned function is called; whoever writes the file still syncs it at its end. */
export function syncAsItGrows(path: string): () => Promise<void> {
  let stopped = false
  const run = async () => {
    while (!stopped) {
      await syncOnce(path)
      await pause(PAUSE_MS)
    }
  }
  const running = run()
  return async () => {
    stopped = true
    await running
  }
}

/** It may not be there yet, or no longer; nothing is promised here. */
async function syncOnce(path: string): Promise<void> {
  try {
    await using file = await open(path, 'r+')
    await file.datasync()
  } catch {
    return
  }
}
