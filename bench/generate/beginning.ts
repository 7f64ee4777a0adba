/** Founds the generated shop and hires its staff. */
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { RoleKey } from '../../src/contract/permissions.ts'
import type { Id, Time } from '../../src/contract/values.ts'
import type { WriteDb } from '../../src/main/database/connection.ts'
import { foundShop } from '../../src/main/domain/shop/found.ts'
import { nameKeyOf } from '../../src/main/domain/staff/founding-commands.ts'
import { chanceFrom } from '../../src/main/demo/invented/chance.ts'
import { inventedIds } from '../../src/main/demo/invented/ids.ts'
import { openBooks } from './books.ts'
import { insertersFor, type Tables } from './tables.ts'
import { TIME_ZONE, worldOf, type World } from './world.ts'

export const OWNER_NAME = '店主'
const STAFF: readonly (readonly [string, RoleKey])[] = [
  ['店长', 'manager'],
  ['店员甲', 'clerk'],
  ['店员乙', 'clerk'],
  ['店员丙', 'clerk'],
  ['会计', 'bookkeeper'],
]

interface Beginning {
  readonly seed: number
  readonly passwordHash: string
  readonly at: Time
}

export function beginning(sqlite: Database.Database, { seed, passwordHash, at }: Beginning): World {
  const chance = chanceFrom(seed)
  const ids = inventedIds(chance)
  const db = drizzle({ client: sqlite, casing: 'snake_case' }) as unknown as WriteDb
  const founding = {
    shopName: '量度店',
    trade: 'clothes',
    ownerName: OWNER_NAME,
    currency: 'CNY',
    timeZone: TIME_ZONE,
  } as const
  const owner = foundShop(db, ids, at, { ...founding, requestId: ids.uid(at), passwordHash, device: 'bench' })
  const tables = insertersFor(sqlite)
  const books = openBooks(tables, ids, lastLink(sqlite))
  const one = (table: string) => sqlite.prepare<[], Id>(`SELECT max(id) FROM ${table}`).pluck().get()!
  const parts = {
    tables,
    books,
    ids,
    chance,
    owner,
    warehouseId: one('warehouses'),
    shopProfileId: one('shop_profiles'),
  }
  const world = worldOf({ ...parts, clerks: [] })
  return { ...world, clerks: STAFF.map(([name, role]) => hire(tables, world, name, role, passwordHash, at)) }
}

function hire(tables: Tables, world: World, name: string, role: RoleKey, passwordHash: string, at: Time): Id {
  const uid = world.ids.uid(at)
  const staff = tables.staff({ uid, name, nameKey: nameKeyOf(name), role, passwordHash, createdAt: at })
  world.record(at, 'staff.create', { name, role }, { staff })
  return staff
}

function lastLink(sqlite: Database.Database): { seq: number; hash: Buffer } {
  return sqlite
    .prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM commands ORDER BY seq DESC LIMIT 1')
    .get()!
}
