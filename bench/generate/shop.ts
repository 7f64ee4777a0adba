/** A shop file of any size, the same for the same seed: every row that the shop's own commands would have written. */
import Database from 'better-sqlite3'
import type { Time } from '../../src/contract/values.ts'
import { migrate, type Migration } from '../../src/main/database/migrator.ts'
import { beginning } from './beginning.ts'
import { writeCustomers, writeProducts } from './catalogue.ts'
import { fillShelves, openShift, tradeOneDay } from './days.ts'
import { writeTiles } from './tiles.ts'
import type { Sold } from './trade.ts'

export interface Size {
  readonly orders: number
  readonly products: number
  readonly customers: number
  readonly days: number
}

export interface Making {
  readonly file: string
  readonly migrations: readonly Migration[]
  readonly size: Size
  readonly seed: number
  /** What the password of all staff hashes to. */
  readonly passwordHash: string
  readonly progress?: (day: number, days: number) => void
}

const DAY = 24 * 60 * 60 * 1000
/** 09:00 in Shanghai on the last day of trade. */
const LAST_MORNING = Date.UTC(2026, 10, 20, 1)

export function generateShop({ file, migrations, size, seed, passwordHash, progress }: Making): void {
  const sqlite = new Database(file)
  const inOne = <T>(work: () => T): T => sqlite.transaction(work).immediate()
  const first = (LAST_MORNING - (size.days - 1) * DAY) as Time
  try {
    migrate(sqlite, migrations, () => undefined)
    fastAndLoose(sqlite)
    const world = inOne(() => beginning(sqlite, { seed, passwordHash, at: first }))
    const goods = inOne(() => writeProducts(world, size.products, first))
    const customers = inOne(() => writeCustomers(world, size.customers, first))
    inOne(() => fillShelves(world, goods, first))
    const recent: Sold[] = []
    for (let day = 0; day < size.days; day += 1) {
      const orders = upTo(size, day + 1) - upTo(size, day)
      const morning = (first + day * DAY) as Time
      inOne(() => tradeOneDay(world, { morning, orders, goods, customers, recent }))
      progress?.(day + 1, size.days)
    }
    // The benchmarks sell on the morning after.
    inOne(() => openShift(world, (first + size.days * DAY) as Time))
    inOne(() => writeTiles(sqlite))
    inOne(() => world.books.close(world.warehouseId))
    sqlite.pragma('journal_mode = wal')
  } finally {
    sqlite.close()
  }
}

/** How many orders there are by the end of a day. */
const upTo = ({ orders, days }: Size, day: number): number => Math.floor((orders * day) / days)

/** A file that a power cut may destroy while it is made: it is made again. */
function fastAndLoose(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = memory') // off is refused by this build
  sqlite.pragma('synchronous = off')
  sqlite.pragma('locking_mode = exclusive')
  sqlite.pragma('foreign_keys = off') // audit.check proves them afterwards
  sqlite.pragma('cache_size = -1500000')
}
