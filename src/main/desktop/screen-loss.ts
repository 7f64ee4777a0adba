/** A page whose process dies is loaded again, and the person is told; one that keeps dying is not worth another try. */
import { app, type BrowserWindow } from 'electron'
import type { Log } from '../api/call.ts'
import { newReference } from './failures.ts'
import { tell } from './tell.ts'
import type { Words } from './words/words.ts'

const MOST_LOSSES = 3
const WITHIN_MS = 60_000

export function reopenLostScreen(window: BrowserWindow, log: Log, words: Words): void {
  let losses: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const now = performance.now()
    losses = [...losses.filter((at) => now - at < WITHIN_MS), now]
    const reference = newReference()
    log.error({ reference, reason, exitCode }, 'the screen was lost')
    const telling = { words, detail: reference }
    if (losses.length > MOST_LOSSES) {
      void tell(words.screenKeepsFailing, telling).finally(() => app.quit())
      return
    }
    window.webContents.reload()
    void tell(words.screenLost, { ...telling, window })
  })
}
