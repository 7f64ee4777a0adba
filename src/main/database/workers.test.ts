import { fileURLToPath } from 'node:url'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Time } from '../../contract/values.ts'
import { aFolder } from '../testing/a-folder.ts'
import { aShopFile, MORNING, withWriter } from '../testing/a-shop-file.ts'
import { openReader, openWriter } from './connection.ts'
import type { ShopFolder } from './folder.ts'
import { startWorkers, type WorkerPool } from './workers.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))
const CRASHING = fileURLToPath(new URL('../testing/crashing-worker.ts', import.meta.url))
const CALL = { input: {}, actor: { staffId: 1, name: '', device: 'test', permissions: ['cost.view'] }, now: MORNING }

function pool(database: string, script = WORKER): WorkerPool {
  const workers = startWorkers(script, { database })
  onTestFinished(() => workers.close())
  return workers
}

const snapshotTask = (folder: ShopFolder) => ({
  database: folder.database,
  attachments: folder.attachments,
  target: join(folder.backups, 'shop-20261121-100000+0800-asked.db'),
})

test('a question is answered off this thread, with the whole shop before it', async () => {
  const folder = aShopFile(aFolder())
  const checked = await pool(folder.database).ask('audit.check', CALL)
  expect(checked).toContainEqual({ name: 'foreignKeysHold', holds: true, broken: 0 })
})

test('a question that nobody knows fails, and the next one is answered', async () => {
  const workers = pool(aShopFile(aFolder()).database)
  await expect(workers.ask('toString', CALL)).rejects.toThrow('no worker query toString')
  await expect(workers.ask('audit.check', CALL)).resolves.toBeDefined()
})

test('a refusal keeps its code on the way', async () => {
  const folder = aShopFile(aFolder())
  const workers = pool(folder.database)
  withWriter(folder, ({ sqlite }) => sqlite.exec('PRAGMA foreign_keys = OFF; DELETE FROM shop'))
  await expect(workers.snapshot(snapshotTask(folder))).rejects.toMatchObject({ code: 'SNAPSHOT_DAMAGED', data: {} })
})

test('a thread that crashes fails its question, and another takes its place', async () => {
  const workers = pool('', CRASHING)
  const crashed = workers.ask('crash', CALL)
  const waiting = [workers.ask('a', { ...CALL, input: 1 }), workers.ask('b', { ...CALL, input: 2 })]
  await expect(crashed).rejects.toThrow('crashed on purpose')
  expect(await Promise.all(waiting)).toEqual([1, 2])
  await expect(workers.ask('crash', CALL)).rejects.toThrow('crashed on purpose')
  expect(await workers.ask('c', { ...CALL, input: 3 })).toBe(3)
})

test('closing fails what is still asked, and ends the threads', async () => {
  const workers = startWorkers(CRASHING, { database: '' })
  await workers.ask('a', CALL)
  const asked = [workers.ask('hold', CALL), workers.ask('hold', CALL), workers.ask('waiting', CALL)]
  const failed = Promise.allSettled(asked)
  await workers.close()
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  await expect(workers.ask('a', CALL)).rejects.toThrow('closed')
})

test('emptying the log waits for the others', async () => {
  const folder = aShopFile(aFolder())
  const workers = pool(folder.database)
  await withOpenWriter(folder, async (sqlite) => {
    fill(sqlite, 200)
    const log = () => statSync(`${folder.database}-wal`).size
    expect(log()).toBeGreaterThan(100_000)
    const answers: string[] = []
    await Promise.all([
      workers.ask('audit.check', CALL).then(() => answers.push('before')),
      workers.emptyLog().then(() => answers.push('empty')),
      workers.ask('audit.check', CALL).then(() => answers.push('after')),
    ])
    expect(answers).toEqual(['before', 'empty', 'after'])
    expect(log()).toBe(0)
  })
})

test('the log is copied by a worker while another reads, so that the writer has nothing left to copy', async () => {
  const folder = aShopFile(aFolder())
  const workers = pool(folder.database)
  await withOpenWriter(folder, async (sqlite) => {
    fill(sqlite, 200)
    await Promise.all([workers.ask('audit.check', CALL), workers.copyLog()])
    const [left] = sqlite.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[]
    expect(left).toMatchObject({ checkpointed: left?.log })
    expect(left?.log).toBeGreaterThan(0)
  })
})

const WRITE_EVERY_MS = 50

test('a snapshot ends while the shop sells twenty times a second, and is of one moment', async () => {
  const folder = aShopFile(aFolder())
  const workers = pool(folder.database)
  const task = snapshotTask(folder)
  await withOpenWriter(folder, async (sqlite) => {
    fill(sqlite, 20_000)
    let sold = 0
    const sell = sqlite.transaction(() => {
      sold += 1
      sqlite.prepare(`INSERT INTO number_gaps VALUES (NULL, 'SO', '2026-11-21', ?, ?, '', 0)`).run(sold, sold)
      sqlite
        .prepare(`INSERT INTO warehouses (uid, name) VALUES (?, ?)`)
        .run(`sold-${String(sold)}`, `sold-${String(sold)}`)
    })
    sell()
    const selling = setInterval(sell, WRITE_EVERY_MS)
    const soldBefore = sold
    await workers.snapshot(task).finally(() => clearInterval(selling))
    expect(sold, 'nothing was sold meanwhile: the snapshot held up the writer').toBeGreaterThan(soldBefore)

    const copy = openReader(task.target)
    const count = (sql: string) => Number(copy.sqlite.prepare(sql).pluck().get())
    const gaps = count('SELECT count(*) FROM number_gaps')
    expect(gaps).toBeGreaterThanOrEqual(soldBefore)
    expect(gaps).toBeLessThanOrEqual(sold)
    expect(count(`SELECT count(*) FROM warehouses WHERE uid LIKE 'sold-%'`)).toBe(gaps)
    expect(copy.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })
})

type Sqlite = Parameters<Parameters<typeof withWriter>[1]>[0]['sqlite']

async function withOpenWriter(folder: ShopFolder, work: (sqlite: Sqlite) => Promise<void>): Promise<void> {
  const writer = openWriter(folder.database)
  try {
    await work(writer.sqlite)
  } finally {
    writer.close()
  }
}

/** Rows of 2 kB each. */
function fill(sqlite: Sqlite, rows: number): void {
  const profile = JSON.stringify('x'.repeat(2_000))
  const insert = sqlite.prepare('INSERT INTO shop_profiles VALUES (NULL, ?, ?)')
  sqlite.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run(profile, 0 as Time)
  })()
}
