/** Reads files in threads with bounds of time and memory: a file that breaks them is one that cannot be read. */
import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '../../contract/errors.ts'
import { DomainError, refuse } from '../domain/errors.ts'
import type { Answer, FileTask } from './carry-out.ts'

export type FileReply =
  | { readonly answer: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly data: unknown } }
  | { readonly failed: string }

export type ReadFiles = <T extends FileTask>(task: T) => Promise<Answer<T>>

const MOST_MS = 120_000
/** An old workbook is read whole; all else as a stream. */
const MOST_MEMORY_MB = { read: 768, plan: 256 }

/** @param script the thread's own */
export function fileReader(
  script: string,
  failed: (message: string) => void,
): { ask: ReadFiles; close(): Promise<void> } {
  const threads = new Set<Worker>()
  const run = async (task: FileTask): Promise<FileReply | undefined> => {
    const thread = new Worker(script, {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB[task.task], maxYoungGenerationSizeMb: 16 },
    })
    threads.add(thread)
    const tooLong = setTimeout(() => void thread.terminate(), MOST_MS)
    try {
      return await new Promise((resolve, reject) => {
        thread.on('message', (reply: FileReply) => resolve(reply))
        // All that a file can do else is caught in the thread: what is left is a fault of ours, and no file's.
        thread.on('error', (error: Error & { code?: string }) => {
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ failed: error.message })
          else reject(error)
        })
        thread.on('exit', () => resolve(undefined))
      })
    } finally {
      clearTimeout(tooLong)
      threads.delete(thread)
      void thread.terminate()
    }
  }
  return {
    ask: async (task) => {
      const reply = await run(task)
      if (reply && 'answer' in reply) return reply.answer as never
      if (reply && 'refused' in reply) throw new DomainError(reply.refused.code, reply.refused.data as never)
      failed(reply?.failed ?? 'the thread that reads files was ended')
      return refuse('FILE_NOT_READ')
    },
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()))
    },
  }
}
