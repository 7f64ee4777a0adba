/** A founded shop in a real folder, closed again, for tests of what happens to files. */
import { join } from 'node:path'
import type { Time } from '../../contract/values.ts'
import { openWriter, type Writer } from '../database/connection.ts'
import { shopFolder, type ShopFolder } from '../database/folder.ts'
import { migrate, readMigrations } from '../database/migrator.ts'
import { putInPlace } from '../database/shop-file.ts'
import type { Ids } from '../domain/context.ts'
import { foundShop } from '../domain/shop/found.ts'

export const MIGRATIONS = readMigrations(join(import.meta.dirname, '../database/migrations'))
/** 2026-11-21 10:00 in Shanghai. */
export const MORNING = Date.UTC(2026, 10, 21, 2) as Time

/** Ids that are the same in every run. */
export function plainIds(): Ids {
  let counter = 0
  return {
    uid: () => (counter += 1).toString().padStart(26, '0'),
    secret: (bytes) => Buffer.alloc(bytes, (counter += 1)),
  }
}

export function aShopFile(root: string, ids: Ids = plainIds()): ShopFolder {
  const folder = shopFolder(root)
  putInPlace(folder, MORNING, 'Asia/Shanghai', (file) => {
    const writer = openWriter(file)
    migrate(writer.sqlite, MIGRATIONS, () => undefined)
    foundShop(writer.db, ids, MORNING, {
      requestId: 'founding-0001',
      shopName: '小店',
      trade: 'tea',
      ownerName: '店主',
      passwordHash: 'unused',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      device: 'test',
    })
    writer.close()
  })
  return folder
}

/** Opens the shop's file for as long as `work` takes. */
export function withWriter<T>(folder: ShopFolder, work: (writer: Writer) => T): T {
  const writer = openWriter(folder.database)
  try {
    return work(writer)
  } finally {
    writer.close()
  }
}
