/** JSON lines in `logs/`, rotated; no personal data: codes, counts and references only. */
import { pino } from 'pino'
import { createStream } from 'rotating-file-stream'
import type { Log } from '../api/call.ts'

export interface FileLog extends Log {
  close(): Promise<void>
}

/** @param show where errors are said aloud as well, for a host without a window */
export function openLog(dir: string, show: (line: string) => void = () => undefined): FileLog {
  const stream = createStream('guitai.log', { path: dir, size: '5M', maxFiles: 8 })
  stream.on('error', () => undefined) // a full disk must not stop the shop: its commands will say so themselves
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  return {
    info: (facts, message) => {
      log.info(facts, message)
    },
    error: (facts, message) => {
      log.error(facts, message)
      show('reference' in facts ? `${message} (${String(facts.reference)}, see ${dir})` : message)
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  }
}
