/** Writes the invented shop into a folder: two years of trade by the shop's own commands, the same in every run. */
import { lockShop } from '../database/lock.ts'
import { shopFolder } from '../database/folder.ts'
import { putInPlace } from '../database/shop-file.ts'
import { openWriter, type Writer } from '../database/connection.ts'
import { migrate, type Migration } from '../database/migrator.ts'
import { foundShop } from '../domain/shop/found.ts'
import { hashPassword } from '../domain/staff/passwords.ts'
import type { Id, Time } from '../../contract/values.ts'
import type { Ids } from '../domain/context.ts'
import { chanceFrom, type Chance } from './invented/chance.ts'
import { inventedIds } from './invented/ids.ts'
import { stageOn } from './acting.ts'
import { dateOf, dayAfter } from './calendar.ts'
import { datesBefore, momentOf, tradeOneDay } from './days.ts'
import type { Trade } from './trade.ts'
import { openDemoShop } from './opening.ts'
import { OWNER, PASSWORD } from './people.ts'

export interface DemoShop {
  readonly folder: string
  readonly migrations: readonly Migration[]
  /** The first day without trade, `YYYY-MM-DD`. */
  readonly until: string
  readonly days: number
  readonly progress?: (done: number, days: number) => void
}

const SEED = 20_261_121
const TIME_ZONE = 'Asia/Shanghai'

export async function writeDemoShop({ folder: path, migrations, until, days, progress }: DemoShop): Promise<void> {
  const folder = shopFolder(path)
  const chance = chanceFrom(SEED)
  const ids = inventedIds(chance)
  const passwordHash = await hashPassword(PASSWORD, (bytes) => ids.secret(bytes))
  const dates = datesBefore(dateOf(until), days)
  const now = momentOf(dateOf(until), 0)
  const lock = lockShop(folder, now)
  try {
    putInPlace(folder, now, TIME_ZONE, (file) => {
      const writer = openWriter(file)
      try {
        migrate(writer.sqlite, migrations, () => undefined)
        writer.sqlite.pragma('synchronous = OFF') // putInPlace syncs the whole file before it counts
        const trade = inOne(writer, () => begin(writer, { chance, ids, at: eveOf(dates), passwordHash }))
        dates.forEach((date, done) => {
          inOne(writer, () => tradeOneDay(trade, date))
          progress?.(done + 1, dates.length)
        })
      } finally {
        writer.close()
      }
    })
  } finally {
    lock.release()
  }
}

interface Beginning {
  readonly chance: Chance
  readonly ids: Ids
  readonly at: Time
  readonly passwordHash: string
}

function begin({ db }: Writer, { chance, ids, at, passwordHash }: Beginning): Trade {
  const owner: Id = foundShop(db, ids, at, {
    requestId: ids.uid(at),
    shopName: '柜台示例店',
    trade: 'tea',
    ownerName: OWNER,
    passwordHash,
    currency: 'CNY',
    timeZone: TIME_ZONE,
    device: 'counter',
  })
  const stage = stageOn(db, ids)
  return { stage, chance, recent: [], deliveries: [], ...openDemoShop(stage, chance, owner, at, passwordHash) }
}

/** The evening before the first day of trade. */
const eveOf = (dates: readonly number[]): Time => momentOf(dayAfter(dates[0] ?? 0, -1), 20 * 60)

const inOne = <T>({ sqlite }: Writer, work: () => T): T => sqlite.transaction(work).immediate()
