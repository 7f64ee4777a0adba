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
  /** What is cut off by the end of the workers is no error any more. */
  stop(): void
}

export function keepLogShort(database: string, workers: Pick<WorkerPool, 'copyLog' | 'emptyLog'>, log: Log): LogKeeper {
  let commits = 0
  let running = false
  let stopped = false

  async function copy(): Promise<void> {
    running = true
    try {
      const bytes = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0
      await (bytes < LONG_LOG_BYTES ? workers.copyLog() : workers.emptyLog())
    } catch (error) {
      if (!stopped) log.error({ kind: String(error) }, 'checkpoint failed')
    } finally {
      running = false
    }
  }

  return {
    afterCommit: () => {
      commits += 1
      if (running || stopped || commits < COMMITS_BETWEEN_COPIES) return
      commits = 0
      void copy()
    },
    stop: () => (stopped = true),
  }
}
