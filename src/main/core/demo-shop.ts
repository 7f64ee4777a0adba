/**
 * The demo shop (示例店): a folder of its own within the shop's, written when someone wants to look and gone when they have seen
 * enough. It is only ever open while there is no real shop, and nothing of it comes to be in one.
 */
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Time } from '../../contract/values.ts'
import { shopFolder, type ShopFolder } from '../database/folder.ts'
import type { DemoTask } from '../demo/worker.ts'
import { businessDayOf } from '../domain/business-day.ts'

/** Enough to see debts and deliveries in, and written in a few seconds. */
const DAYS = 30
const DEMO_ZONE = 'Asia/Shanghai'
const DAY_START = 4

const placeIn = ({ root }: ShopFolder): string => join(root, 'demo')

/** Null where none has been written. */
export function findDemo(shop: ShopFolder): ShopFolder | null {
  const place = placeIn(shop)
  return existsSync(join(place, 'shop.db')) ? shopFolder(place) : null
}

/** Its trade ends yesterday. */
export async function writeDemo(shop: ShopFolder, script: string, migrations: string, now: Time): Promise<void> {
  removeDemo(shop) // what a kill left behind
  const until = businessDayOf(now, DEMO_ZONE, DAY_START)
  const task: DemoTask = { folder: placeIn(shop), migrations, until, days: DAYS }
  await once(new Worker(script, { workerData: task, execArgv: [] }), 'exit')
}

/** On Windows a file may be held for a moment after it was closed. */
export function removeDemo(shop: ShopFolder): void {
  rmSync(placeIn(shop), { recursive: true, force: true, maxRetries: 10 })
}
