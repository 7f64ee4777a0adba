/** A thread that reads one file and ends: strange files meet neither the counter nor each other. */
import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '../domain/errors.ts'
import { carryOutTask, type FileTask } from './carry-out.ts'
import type { FileReply } from './reading.ts'

parentPort?.postMessage(await reply(workerData as FileTask))

async function reply(task: FileTask): Promise<FileReply> {
  try {
    return { answer: await carryOutTask(task) }
  } catch (error) {
    if (error instanceof DomainError) {
      const { code, data } = error as DomainError
      return { refused: { code, data } }
    }
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}
