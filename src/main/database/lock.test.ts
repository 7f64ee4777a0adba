import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Time } from '../../contract/values.ts'
import { aFolder } from '../testing/a-folder.ts'
import { startChild } from '../testing/child.ts'
import { shopFolder } from './folder.ts'
import { lockShop, ShopIsHeld } from './lock.ts'

const NOW = 1_795_226_400_000 as Time
const holdLock = new URL('../testing/hold-lock.ts', import.meta.url)

function refusal(attempt: () => unknown): ShopIsHeld {
  try {
    attempt()
  } catch (error) {
    if (error instanceof ShopIsHeld) return error
    throw error
  }
  throw new Error('the lock was given twice')
}

test('a second process is told who holds the shop, and a kill frees it', async () => {
  const folder = shopFolder(aFolder())
  const child = startChild(holdLock, [folder.root])
  await child.says(/held/)

  const { holder, message } = refusal(() => lockShop(folder, NOW))
  expect(holder).toEqual({ pid: child.process.pid, host: hostname(), since: NOW })
  expect(message).toContain(`process ${String(child.process.pid)} on ${hostname()}, since 2026-11-21T02:00:00.000Z`)

  child.process.kill('SIGKILL')
  expect(await child.ended).toBe('SIGKILL')
  lockShop(folder, NOW).release()
})

test('a process that lets go leaves the shop free and says nothing more', async () => {
  const folder = shopFolder(aFolder())
  const child = startChild(holdLock, [folder.root])
  await child.says(/held/)
  child.process.stdin?.write('let go\n')
  expect(await child.ended).toBe(0)
  expect(existsSync(join(folder.root, 'shop.lock.holder.json'))).toBe(false)
  lockShop(folder, NOW).release()
})

test('the same process cannot hold a shop twice, and asking does not free it', () => {
  const folder = shopFolder(aFolder())
  const lock = lockShop(folder, NOW)
  expect(refusal(() => lockShop(folder, NOW)).holder?.pid).toBe(process.pid)
  expect(refusal(() => lockShop(folder, NOW)).holder?.pid).toBe(process.pid)
  lock.release()
  lockShop(folder, NOW).release()
})

test('asking from this process does not free the lock for another', async () => {
  const folder = shopFolder(aFolder())
  const lock = lockShop(folder, NOW)
  refusal(() => lockShop(folder, NOW))
  const child = startChild(holdLock, [folder.root])
  expect(await child.ended).toBe(1)
  expect(child.complaints()).toContain('ShopIsHeld')
  lock.release()
})
