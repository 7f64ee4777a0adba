/** A whole shop on a real in-memory database, for tests: `const shop = aShop()`. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { RoleKey } from '../../contract/permissions.ts'
import type { Id, Time } from '../../contract/values.ts'
import type { Change } from '../../contract/live.ts'
import type { Connection, Core, OpenShop } from '../api/call.ts'
import { router } from '../api/router.ts'
import { readContext } from '../api/transaction.ts'
import { openWriter } from '../database/connection.ts'
import { runImports } from '../core/run-imports.ts'
import { migrate, readMigrations } from '../database/migrator.ts'
import type { Actor, Clock, Ids } from '../domain/context.ts'
import { refuse } from '../domain/errors.ts'
import { foundShop } from '../domain/shop/found.ts'
import { shopOf } from '../domain/shop/queries.ts'
import { staff } from '../domain/staff/tables.ts'
import { startPrinters, type RunningPrinters } from '../printing/queue.ts'
import { workerQueries } from '../api/worker-queries.ts'
import { carryOutTask } from '../importing/carry-out.ts'
import { uploadsIn } from '../importing/uploads.ts'
import { A_MORNING, aClock, type TestClock } from './a-clock.ts'

export const MIGRATIONS = readMigrations(join(import.meta.dirname, '../database/migrations'))
export { A_MORNING, aClock, type TestClock }

/** Ids that are the same in every run. */
export function countedIds(): Ids {
  let counter = 0
  return {
    uid: () => (counter += 1).toString().padStart(26, '0'),
    secret: (bytes) => Buffer.alloc(bytes, (counter += 1)),
  }
}

export function aShop() {
  const clock = aClock()
  const ids = countedIds()
  const writer = openWriter(':memory:')
  migrate(writer.sqlite, MIGRATIONS, () => undefined)
  const owner = foundShop(writer.db, ids, clock.now(), {
    requestId: 'founding-0001',
    shopName: '小店',
    trade: 'tea',
    ownerName: '店主',
    passwordHash: 'unused',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    device: 'test',
  })
  const changes: Change[] = []
  const unexpected: object[] = []
  const opened = openInMemory(writer, { clock, ids, changes, unexpected })
  const core = coreOf(opened, clock, ids, unexpected)
  let requests = 0
  const clientAs = (staffId: Id | null) => clientOf(core, connectionAs(staffId))
  return {
    clock,
    ids,
    core,
    opened,
    writer,
    db: writer.db,
    sqlite: writer.sqlite,
    owner,
    /** The contract's client, signed in as the owner. */
    client: clientAs(owner),
    clientAs,
    /** Hires someone of a role and gives their client. */
    as: (role: RoleKey) => clientAs(hire(opened, role, ids.uid(clock.now()), clock.now())),
    /** A new request id. */
    rid: () => `request-${String((requests += 1)).padStart(6, '0')}`,
    changes,
    /** What was logged as unforeseen: none, in a good test. */
    unexpected,
    /** Plain SQL, for looking behind the contract. */
    rows: (sql: string, ...values: unknown[]) => writer.sqlite.prepare(sql).all(...values) as Record<string, unknown>[],
  }
}
export type TestShop = ReturnType<typeof aShop>

export function clientOf(core: Core, connection: Connection) {
  return createRouterClient(router, { context: { core, connection } })
}

export function connectionAs(staffId: Id | null): Connection {
  let credential = staffId === null ? null : ({ staffId } as ReturnType<Connection['credential']>)
  return {
    device: 'test',
    needsSetupCode: false,
    credential: () => credential,
    keep: (next) => (credential = next),
  }
}

function hire({ writer }: OpenShop, role: RoleKey, uid: string, now: Time): Id {
  const row = { uid, name: `${role} ${uid}`, nameKey: uid, role, passwordHash: 'unused', createdAt: now }
  return Number(writer.db.insert(staff).values(row).run().lastInsertRowid)
}

interface Around {
  readonly clock: Clock
  readonly ids: Ids
  readonly changes: Change[]
  readonly unexpected: object[]
}

let folders = 0

function openInMemory(writer: ReturnType<typeof openWriter>, { clock, ids, changes, unexpected }: Around) {
  const listeners = new Set<(change: Change) => void>()
  const log = { info: () => undefined, error: (facts: object) => unexpected.push(facts) }
  const printers = startPrinters({ opened: () => opened, clock, ids, log, system: null })
  const importing = runImports({ clock, ids, log, copyLog: () => Promise.resolve() }, () => opened)
  const uploads = uploadsIn(join(tmpdir(), `guitai-imports-${process.pid}-${(folders += 1)}`)) // made when first used
  const opened: OpenShop & { readonly printers: RunningPrinters } = {
    printers,
    writer,
    imports: { uploads, ask: carryOutTask, wake: importing.wake },
    workers: {
      ask: (name, { input, actor }) => {
        const asked = workerQueries[name]
        if (!asked) throw new Error(`no worker query ${name}`)
        const permissions = new Set(actor.permissions) as Actor['permissions']
        return Promise.resolve(asked(readContext(clock, opened, { ...actor, permissions }), input))
      },
    },
    shop: () => {
      const found = shopOf(writer.db)
      if (!found) throw new Error('no shop')
      return found
    },
    announce: (change) => {
      changes.push(change)
      for (const hear of listeners) hear(change)
    },
    listen: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    snapshots: () => [],
    takeSnapshot: () => Promise.reject(new Error('an in-memory shop has no snapshots')),
  }
  return opened
}

function coreOf(opened: OpenShop, clock: Clock, ids: Ids, unexpected: object[]): Core {
  const refuseSetup = () => Promise.reject(new Error('the test shop is open already'))
  return {
    clock,
    ids,
    log: { info: () => undefined, error: (facts) => unexpected.push(facts) },
    version: '0.0.0-test',
    opened: () => opened,
    checkSetupCode: () => undefined,
    createShop: refuseSetup,
    openDemo: refuseSetup,
    isDemo: () => false,
    leaveDemo: () => refuse('NO_DEMO_SHOP'),
    restorableSnapshots: () => [],
    restore: refuseSetup,
  }
}
