/**
 * The pool of worker threads: started when first asked, one task each at a time. A thread that crashes fails its task with
 * an error and is replaced; a task that wants to be alone (emptying the log) waits for the others and holds new ones back.
 */
import { Worker } from 'node:worker_threads'
import type { Workers } from '../api/call.ts'
import { DomainError } from '../domain/errors.ts'
import type { SnapshotTask } from './snapshots.ts'
import type { Reply, Task, WorkerStart } from './worker-messages.ts'

const MOST_THREADS = 2

export interface WorkerPool extends Workers {
  snapshot(task: SnapshotTask): Promise<void>
  /** Copies the write-ahead log into the database as far as readers allow, so that no sale has to. */
  copyLog(): Promise<void>
  /** Empties the write-ahead log, which readers otherwise keep growing. */
  emptyLog(): Promise<void>
  close(): Promise<void>
}

interface Job {
  readonly task: Task
  readonly alone: boolean
  resolve(answer: unknown): void
  reject(error: Error): void
}

export function startWorkers(script: string, start: WorkerStart): WorkerPool {
  const waiting: Job[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Job>()
  let closed = false

  function run(task: Task, alone = false): Promise<unknown> {
    if (closed) return Promise.reject(new Error('the workers are closed'))
    return new Promise((resolve, reject) => {
      waiting.push({ task, alone, resolve, reject })
      assign()
    })
  }

  function assign(): void {
    for (let next = waiting[0]; next && hasRoomFor(next); next = waiting[0]) {
      waiting.shift()
      const thread = idle.pop() ?? startThread()
      busy.set(thread, next)
      thread.ref()
      thread.postMessage(next.task)
    }
  }

  function hasRoomFor(job: Job): boolean {
    if (job.alone) return busy.size === 0
    return busy.size < MOST_THREADS && ![...busy.values()].some(({ alone }) => alone)
  }

  function startThread(): Worker {
    const thread = new Worker(script, { workerData: start, execArgv: [] })
    thread.on('message', (reply: Reply) => {
      const job = busy.get(thread)
      busy.delete(thread)
      idle.push(thread)
      if (!closed) thread.unref() // one that is being ended keeps the process until it has
      if (job) settle(job, reply)
      assign()
    })
    thread.on('error', (error) => lose(thread, error instanceof Error ? error : new Error(String(error))))
    thread.on('exit', () => lose(thread, new Error('a worker thread ended')))
    return thread
  }

  function lose(thread: Worker, error: Error): void {
    const job = busy.get(thread)
    busy.delete(thread)
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
    job?.reject(error)
    if (!closed) assign()
  }

  return {
    ask: (name, call) => run({ kind: 'query', name, ...call }),
    snapshot: async (task) => {
      await run({ kind: 'snapshot', ...task })
    },
    copyLog: async () => {
      await run({ kind: 'copyLog' })
    },
    emptyLog: async () => {
      await run({ kind: 'emptyLog' }, true)
    },
    close: async () => {
      closed = true
      for (const job of waiting.splice(0)) job.reject(new Error('the workers are closed'))
      const ending = [...idle.map((thread) => ended(thread)), ...[...busy.keys()].map((thread) => thread.terminate())]
      for (const thread of idle) thread.postMessage({ kind: 'close' } satisfies Task)
      await Promise.all(ending)
    },
  }
}

function ended(thread: Worker): Promise<void> {
  thread.ref() // an idle one does not keep the process: it could end before the promise does
  return new Promise((resolve) => thread.once('exit', () => resolve()))
}

function settle(job: Job, reply: Reply): void {
  if ('answer' in reply) job.resolve(reply.answer)
  else if ('refused' in reply) job.reject(new DomainError(reply.refused.code, reply.refused.data as never))
  else
    job.reject(Object.assign(new Error(reply.failed.message), { name: reply.failed.name, stack: reply.failed.stack }))
}
