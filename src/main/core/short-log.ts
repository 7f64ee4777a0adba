/** Keeps the write-ahead log short, from a worker: what a sale copied itself held the counter for 290 ms (measured). */
import { statSync } from 'node:fs'
import type { Log } from '../api/call.ts'
import type { WorkerPool } from '../database/workers.ts'

/** Some 15 pages a sale: far below the 10,000 at which SQLite would do it within a commit. */
const COMMITS_BETWEEN_COPIES = 64
/** Readers keep the log from being emptied; above this they pause for it (DESIGN §5). */
const LONG_LOG_BYTES = 200 * 1024 * 1024

export interface LogKeeper {
  afterCommit(): void
  /** Resolves when no copy is under way: the log begins anew only where nobody writes until it is copied. */
  copied(): Promise<void>
  /** What is cut off by the end of the workers is no error any more. */
  stop(): void
}

export function keepLogShort(database: string, workers: Pick<WorkerPool, 'copyLog' | 'emptyLog'>, log: Log): LogKeeper {
  let commits = 0
  let running: Promise<void> | undefined
  let stopped = false

  async function copy(): Promise<void> {
    try {
      const bytes = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0
      await (bytes < LONG_LOG_BYTES ? workers.copyLog() : workers.emptyLog())
    } catch (error) {
      if (!stopped) log.error({ kind: String(error) }, 'checkpoint failed')
    }
  }

  return {
    afterCommit: () => {
      commits += 1
      if (running || stopped || commits < COMMITS_BETWEEN_COPIES) return
      commits = 0
      running = copy().finally(() => (running = undefined))
    },
    copied: () => running ?? Promise.resolve(),
    stop: () => (stopped = true),
  }
}
