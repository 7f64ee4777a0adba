/** A worker thread: long reads and snapshots, on connections of its own, so that the counter never waits (DESIGN §2). */
import { parentPort, workerData } from 'node:worker_threads'
import { workerQueries } from '../api/worker-queries.ts'
import type { WorkerCall } from '../api/call.ts'
import { businessDayOf } from '../domain/business-day.ts'
import type { ReadContext } from '../domain/context.ts'
import { DomainError } from '../domain/errors.ts'
import { shopOf } from '../domain/shop/queries.ts'
import { openReader, openWriter, type ReadDb, type Reader } from './connection.ts'
import { writeSnapshot } from './snapshots.ts'
import type { Reply, Task, Work, WorkerStart } from './worker-messages.ts'

const { database } = workerData as WorkerStart
let reader: Reader | undefined

parentPort?.on('message', (task: Task) => {
  if (task.kind === 'close') {
    reader?.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(reply(task))
})

function reply(task: Work): Reply {
  try {
    return { answer: carryOut(task) }
  } catch (error) {
    if (error instanceof DomainError) return refusedWith(error as DomainError)
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { failed: { name, message, stack } }
  }
}

const refusedWith = ({ code, data }: DomainError): Reply => ({ refused: { code, data } })

function carryOut(task: Work): unknown {
  if (task.kind === 'query') return ask(task.name, task)
  if (task.kind === 'snapshot') writeSnapshot(task)
  else checkpoint(task.kind)
  return null
}

function ask(name: string, call: WorkerCall): unknown {
  const query = Object.hasOwn(workerQueries, name) ? workerQueries[name] : undefined
  if (!query) throw new Error(`no worker query ${name}`)
  const { db, sqlite } = (reader ??= openReader(database))
  // One moment for all that it reads, and one lock instead of one for each statement.
  return sqlite.transaction(() => query(readContextOf(db, call), call.input)).deferred()
}

function readContextOf(db: ReadDb, { actor, now }: WorkerCall): ReadContext {
  const shop = shopOf(db)
  if (!shop) throw new Error('the shop row is missing')
  const { timeZone, dayStartHour } = shop.profile
  const permissions = new Set(actor.permissions) as ReadContext['actor']['permissions']
  const at = now as ReadContext['now']
  return { db, shop, now: at, actor: { ...actor, permissions }, businessDay: businessDayOf(at, timeZone, dayStartHour) }
}

/** Emptying the log begins with what needs no lock too, so that the writer waits only for the rest. */
function checkpoint(kind: 'copyLog' | 'emptyLog'): void {
  const writer = openWriter(database)
  try {
    writer.sqlite.pragma('wal_checkpoint(PASSIVE)')
    if (kind === 'emptyLog') writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    writer.close()
  }
}
