/** The core over the life of a folder: founded, closed, opened, damaged, restored. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { takeDailySnapshot } from '../../src/main/core/daily-snapshots.ts'
import type { OpenShop } from '../../src/main/api/call.ts'
import { ShopIsHeld } from '../../src/main/database/lock.ts'
import { aCore, found, OWNER, rid, type TestCore } from './a-core.ts'
import { direct, type Client } from './transports.ts'

async function signedIn(core: TestCore): Promise<Client> {
  const client = direct(core)()
  await client.session.signIn({ requestId: rid(), ...OWNER })
  return client
}

function opened(core: TestCore): OpenShop {
  const shop = core.opened()
  if (!shop) throw new Error('no shop is open')
  return shop
}

test('an empty folder has no shop; a founded one is there at the next start', async () => {
  const core = aCore()
  expect(core.opened()).toBeNull()
  await found(core)
  expect(opened(core).shop().profile.name).toBe('小店')
  await core.close()
  expect(readdirSync(core.folder).sort()).toEqual(['attachments', 'backups', 'logs', 'shop.db', 'shop.lock'])
  expect(opened(aCore(core.folder)).shop().profile.name).toBe('小店')
})

test('of two foundings at once one is refused', async () => {
  const core = aCore()
  const both = await Promise.allSettled([found(core), found(core)])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(both[1]).toMatchObject({ reason: { code: 'SHOP_EXISTS' } })
})

test('a folder is opened once, and free again when closed', async () => {
  const core = aCore()
  expect(() => aCore(core.folder)).toThrow(ShopIsHeld)
  await core.close()
  await aCore(core.folder).close()
})

test("the shop's own facts are those of the last commit", async () => {
  const core = aCore()
  await found(core)
  const client = await signedIn(core)
  const before = opened(core).shop()
  expect(opened(core).shop()).toBe(before)
  const { trade: _trade, currency: _currency, currencyDecimals: _decimals, ...profile } = await client.settings.get({})
  await client.settings.update({ ...profile, requestId: rid(), name: '大店' })
  expect(opened(core).shop().profile.name).toBe('大店')
})

test('a snapshot is taken when asked, and listed', async () => {
  const core = aCore()
  await found(core)
  const client = await signedIn(core)
  const first = await client.snapshots.take({ requestId: rid() })
  expect(first).toMatchObject({
    file: 'shop-20261121-100000+0800-asked.db',
    reason: 'asked',
    takenAt: core.clock.now(),
  })
  core.clock.advance(60_000)
  const second = await client.snapshots.take({ requestId: rid() })
  expect(await client.snapshots.list({})).toEqual([second, first])
})

test('each business day has its own snapshot', async () => {
  const core = aCore()
  await found(core)
  const take = () => takeDailySnapshot(opened(core), core.clock)
  const days = () =>
    opened(core)
      .snapshots()
      .map(({ file }) => file.slice(5, 13))
  await take()
  await take()
  expect(days()).toEqual(['20261121'])
  core.clock.advance(17 * 60 * 60 * 1000) // 03:00, before the day starts at 4
  await take()
  expect(days()).toEqual(['20261121'])
  core.clock.advance(60 * 60 * 1000)
  await take()
  expect(days()).toEqual(['20261122', '20261121'])
})

test('a shop whose file is gone comes back from its snapshot, with its numbers, as another copy', async () => {
  const core = aCore()
  await found(core)
  await (await signedIn(core)).snapshots.take({ requestId: rid() })
  const { uid, epoch } = opened(core).shop()
  await core.close()
  rmSync(join(core.folder, 'shop.db'))

  const again = aCore(core.folder)
  expect(again.opened()).toBeNull()
  const stranger = direct(again)()
  const [snapshot] = await stranger.setup.snapshots({ setupCode: again.setupCode })
  const restored = { requestId: rid(), setupCode: again.setupCode, file: snapshot?.file ?? '' }
  expect(await stranger.setup.restore(restored)).toEqual({ shopName: '小店' })
  expect(opened(again).shop().uid).toBe(uid)
  expect(opened(again).shop().epoch).not.toBe(epoch)
  const client = await signedIn(again)
  expect((await client.audit.list({})).rows.map(({ name }) => name)).toContain('setup.restore')
  expect((await client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
})

test('numbers that the damaged file gave are not given again', async () => {
  const core = aCore()
  await found(core)
  const client = await signedIn(core)
  await client.snapshots.take({ requestId: rid() })
  const { number } = await client.drawer.open({ requestId: rid(), float: 0 as never })
  await core.close()
  damageTable(join(core.folder, 'shop.db'), 'shop')

  const again = aCore(core.folder)
  expect(again.opened()).toBeNull()
  await again.restore(again.restorableSnapshots()[0]?.file ?? '', 'test')
  const restored = await signedIn(again)
  const next = await restored.drawer.open({ requestId: rid(), float: 0 as never })
  expect(number).toMatch(/-0001$/)
  expect(next.number).toBe(number.replace('0001', '0002'))
  expect((await restored.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
})

test('a damaged file is said so, kept aside, and the shop can be restored', async () => {
  const core = aCore()
  await found(core)
  await (await signedIn(core)).snapshots.take({ requestId: rid() })
  await core.close()
  writeFileSync(join(core.folder, 'shop.db'), 'damaged'.repeat(2_000))

  const again = aCore(core.folder)
  expect(again.opened()).toBeNull()
  expect(again.unexpected).toHaveLength(1)
  await again.restore(again.restorableSnapshots()[0]?.file ?? '', 'test')
  expect(opened(again).shop().profile.name).toBe('小店')
  const aside = readdirSync(again.folder).filter((file) => file.startsWith('shop-left-behind-'))
  expect(aside).toHaveLength(1)
  expect(readFileSync(join(again.folder, aside[0] ?? ''), 'utf8')).toBe('damaged'.repeat(2_000))
})

test('an open shop is never restored over', async () => {
  const core = aCore()
  await found(core)
  const { file } = await (await signedIn(core)).snapshots.take({ requestId: rid() })
  const restore = direct(core)().setup.restore({ requestId: rid(), setupCode: core.setupCode, file })
  await expect(restore).rejects.toMatchObject({ code: 'SHOP_EXISTS' })
})

/** Overwrites the page in which a small table stands. */
function damageTable(file: string, table: string): void {
  const sqlite = new Database(file)
  const root = sqlite.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)
  const pageSize = Number(sqlite.pragma('page_size', { simple: true }))
  sqlite.close()
  const bytes = readFileSync(file)
  bytes.fill(7, ((root ?? 0) - 1) * pageSize, (root ?? 0) * pageSize)
  writeFileSync(file, bytes)
}
