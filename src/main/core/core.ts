/** The whole of Guitai behind its contract: one shop folder, open or still empty. Knows no host. */
import manifest from '../../../package.json' with { type: 'json' }
import type { Core, Log } from '../api/call.ts'
import { shopFolder } from '../database/folder.ts'
import { lockShop } from '../database/lock.ts'
import { readMigrations } from '../database/migrator.ts'
import { openShopFile } from '../database/shop-file.ts'
import { listSnapshots, removeUnfinished } from '../database/snapshot-files.ts'
import type { Clock, Ids } from '../domain/context.ts'
import { refuse } from '../domain/errors.ts'
import { founding, restoring, type Place } from './beginnings.ts'
import { findDemo, removeDemo, writeDemo } from './demo-shop.ts'
import type { Layout } from './layout.ts'
import type { SystemPrinting } from '../printing/system.ts'
import { runShop, type Happening, type RunningShop } from './open-shop.ts'
import { newSetupCode } from './setup-code.ts'
import { systemClock, systemIds } from './system.ts'

export interface CoreOptions {
  readonly folder: string
  readonly layout: Pick<Layout, 'migrations' | 'worker' | 'fileReader' | 'demoWriter'>
  readonly log: Log
  readonly clock?: Clock
  readonly ids?: Ids
  /** The system's own printers, where the host has a desktop. */
  readonly system?: SystemPrinting
  readonly happened?: (what: Happening) => void
}

export interface RunningCore extends Core {
  /** What a person at this PC reads from the start, to set the shop up over the network. */
  readonly setupCode: string
  close(): Promise<void>
}

export function openCore({
  folder: path,
  layout,
  log,
  clock = systemClock,
  ids = systemIds(),
  system,
  happened = () => undefined,
}: CoreOptions): RunningCore {
  const folder = shopFolder(path)
  const lock = lockShop(folder, clock.now())
  try {
    const migrations = readMigrations(layout.migrations)
    removeUnfinished(folder.backups)
    const unlock = () => lock.release()
    const scripts = { workerScript: layout.worker, fileReaderScript: layout.fileReader }
    const demo = { migrations: layout.migrations, script: layout.demoWriter }
    const means = { ...scripts, demo, log, system: system ?? null, happened }
    return coreOf({ folder, migrations, clock, ids }, means, unlock)
  } catch (error) {
    lock.release()
    throw error
  }
}

interface Means {
  readonly workerScript: string
  readonly fileReaderScript: string
  readonly demo: { readonly script: string; readonly migrations: string }
  readonly log: Log
  readonly system: SystemPrinting | null
  readonly happened: (what: Happening) => void
}

function coreOf(place: Place, means: Means, unlock: () => void): RunningCore {
  const { folder, migrations, clock, ids } = place
  const { log } = means
  const setupCode = newSetupCode(ids, clock)
  let beginning = false
  let closed = false
  let isDemo = false
  let shop = open()

  function open(): RunningShop | null {
    const found = openShopFile(folder, migrations, clock.now())
    if ('writer' in found) return runShop(found.writer, { folder, clock, ids, ...means })
    if ('damaged' in found) log.error({ kind: found.damaged }, 'shop.db is damaged: a snapshot can be restored')
    return 'missing' in found ? openDemo() : null
  }

  /** One that was not left goes on at the next start, as long as there is no shop. */
  function openDemo(): RunningShop | null {
    const demo = findDemo(folder)
    const found = demo && openShopFile(demo, migrations, clock.now())
    if (!found || !('writer' in found)) return null
    isDemo = true
    return runShop(found.writer, { folder: demo, clock, ids, ...means })
  }

  async function leaveDemo(): Promise<void> {
    if (!isDemo || !shop || beginning) refuse('NO_DEMO_SHOP')
    const left = shop
    beginning = true
    shop = null
    isDemo = false
    try {
      await left.close()
      removeDemo(folder)
      means.happened('shop')
    } finally {
      beginning = false
    }
  }

  const isClosed = () => closed

  /** One founding, restore or demo shop at a time, and only while no shop is open. */
  async function begin<T>(work: () => T | Promise<T>): Promise<T> {
    if (shop || beginning || closed) refuse('SHOP_EXISTS')
    beginning = true
    try {
      const outcome = await work()
      if (!isClosed()) shop = open()
      means.happened('shop')
      return outcome
    } finally {
      beginning = false
    }
  }

  return {
    clock,
    ids,
    log,
    version: manifest.version,
    setupCode: setupCode.code,
    opened: () => shop,
    checkSetupCode: ({ needsSetupCode }, code) => {
      if (needsSetupCode) setupCode.check(code)
    },
    createShop: (input, device) => begin(() => founding(place, input, device)),
    openDemo: () => begin(() => writeDemo(folder, means.demo.script, means.demo.migrations, clock.now())),
    isDemo: () => isDemo,
    leaveDemo,
    restorableSnapshots: () => listSnapshots(folder.backups),
    restore: (file, device) => begin(() => restoring(place, file, device)),
    close: async () => {
      if (closed) return
      closed = true
      await shop?.close()
      shop = null
      unlock()
    },
  }
}
