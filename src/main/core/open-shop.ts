/** A shop whose file is open: its writer, its workers, who listens, and its snapshots. */
import { join } from 'node:path'
import type { Change } from '../../contract/live.ts'
import type { Log, OpenShop } from '../api/call.ts'
import type { Writer } from '../database/connection.ts'
import type { ShopFolder } from '../database/folder.ts'
import { listSnapshots, newSnapshotName, pruneSnapshots, unfinished } from '../database/snapshot-files.ts'
import { syncAsItGrows } from '../database/trickle.ts'
import { startWorkers } from '../database/workers.ts'
import type { Clock, Ids, Shop } from '../domain/context.ts'
import { shopOf } from '../domain/shop/queries.ts'
import { fillSortKeys } from '../domain/sort-keys.ts'
import { resumePrinting, startPrinters } from '../printing/queue.ts'
import type { SystemPrinting } from '../printing/system.ts'
import { keepDailySnapshots } from './daily-snapshots.ts'
import { fileReader } from '../importing/reading.ts'
import { uploadsIn } from '../importing/uploads.ts'
import { runImports } from './run-imports.ts'
import { keepLogShort } from './short-log.ts'

export interface RunningShop extends OpenShop {
  close(): Promise<void>
}

interface Surroundings {
  readonly folder: ShopFolder
  readonly workerScript: string
  readonly fileReaderScript: string
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly system: SystemPrinting | null
  readonly happened: (what: Happening) => void
}

/** What a host wants to know though nobody looks: the shop was opened or renamed, papers came or went, a snapshot failed. */
export type Happening = 'shop' | 'papers' | 'snapshotFailed'

export function runShop(writer: Writer, surroundings: Surroundings): RunningShop {
  const { folder, workerScript, fileReaderScript, clock, ids, log, system, happened } = surroundings
  writer.sqlite.transaction(() => fillSortKeys(writer.db)).immediate()
  const workers = startWorkers(workerScript, { database: folder.database })
  const files = fileReader(fileReaderScript, (message) => log.error({ message }, 'a file could not be read'))
  const importing = runImports({ clock, ids, log, copyLog: () => workers.copyLog() }, () => opened)
  const listeners = new Set<(change: Change) => void>()
  const logKeeper = keepLogShort(folder.database, workers, log)
  const printing = { opened: () => opened, clock, ids, log, system }
  const printers = startPrinters(printing)
  let known: Shop | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const opened: OpenShop = {
    writer,
    workers,
    printers,
    imports: { uploads: uploadsIn(folder.imports), ask: files.ask, wake: importing.wake },
    shop: () => (known ??= mustHaveShop(writer)),
    announce: (change) => {
      const isShop = change.name.startsWith('settings.') // no other command changes the shop's own facts
      if (isShop) known = undefined
      for (const hear of listeners) hear(change)
      if (isShop) happened('shop')
      if (change.name.startsWith('printing.')) happened('papers')
      logKeeper.afterCommit()
    },
    listen: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    snapshots: () => listSnapshots(folder.backups),
    takeSnapshot: (reason) => {
      const taken = turn.then(async () => {
        const { timeZone } = opened.shop().profile
        const file = newSnapshotName(folder.backups, reason, clock.now(), timeZone)
        const target = join(folder.backups, file)
        const stopSyncing = syncAsItGrows(unfinished(target))
        try {
          await workers.snapshot({ database: folder.database, attachments: folder.attachments, target })
        } finally {
          await stopSyncing()
        }
        pruneSnapshots(folder.backups)
        const found = listSnapshots(folder.backups).find((snapshot) => snapshot.file === file)
        if (!found) throw new Error('the snapshot is gone')
        log.info({ reason, bytes: found.bytes }, 'snapshot taken')
        return found
      })
      turn = taken.catch(() => undefined)
      return taken
    },
  }

  resumePrinting(printing)
  importing.wake() // one that a kill interrupted goes on
  const stopDaily = keepDailySnapshots(opened, clock, (error) => {
    log.error({ kind: error instanceof Error ? error.message : 'unknown' }, 'daily snapshot failed')
    happened('snapshotFailed')
  })
  return {
    ...opened,
    close: async () => {
      stopDaily()
      await importing.stop()
      await files.close()
      logKeeper.stop()
      await printers.stop()
      await workers.close()
      writer.close()
    },
  }
}

function mustHaveShop({ db }: Writer): Shop {
  const shop = shopOf(db)
  if (!shop) throw new Error('the shop row is missing')
  return shop
}
