/** A shop's days: opening stock, then deliveries, a count, a shift, sales and what comes back. */
import type { Id, Money, Quantity, Time } from '../../src/contract/values.ts'
import type { Buyer, Good } from './catalogue.ts'
import { moveGoods } from './papers.ts'
import { faithful, popular, sell, takeBack, type Counter, type Sold } from './trade.ts'
import { dayOf, type World } from './world.ts'

const HOUR = 60 * 60 * 1000
const SELLING_TIME = 12 * HOUR
const FLOAT = 50_000 as Money
const LINES_PER_DELIVERY = 400
const MOST_RECENT = 4_000

/** Nine in ten goods are there from the start. */
export function fillShelves(world: World, goods: readonly Good[], morning: Time): void {
  const there = goods.filter(({ kind }) => kind === 'goods').filter(() => world.chance.happens(0.9))
  const at = { recordedAt: morning, businessDay: dayOf(morning) }
  for (let from = 0; from < there.length; from += LINES_PER_DELIVERY) {
    const counted = there
      .slice(from, from + LINES_PER_DELIVERY)
      .map((good) => ({ good, quantity: pieces(world, 5, 60) }))
    moveGoods(world, at, 'openingStock', counted)
  }
}

export interface Day {
  readonly morning: Time
  readonly orders: number
  readonly goods: readonly Good[]
  readonly customers: readonly Buyer[]
  /** Sold lines that may still come back; changed by each day. */
  readonly recent: Sold[]
}

export function tradeOneDay(world: World, day: Day): void {
  const { morning, orders, goods, customers, recent } = day
  const { chance } = world
  const businessDay = dayOf(morning)
  const shift = openShift(world, morning)
  restock(world, day)
  let cash = 0
  for (let order = 0; order < orders; order += 1) {
    const recordedAt = (morning + HOUR + Math.floor((SELLING_TIME * order) / orders)) as Time
    const at: Counter = { recordedAt, businessDay, shiftId: shift.id, staffId: chance.pick(world.clerks) }
    const buyer = chance.happens(0.25) ? faithful(world, customers) : null
    const sale = sell(world, at, goods, buyer)
    cash += sale.cash
    remember(world, recent, sale.sold)
    if (recent.length > 0 && chance.happens(0.02))
      cash += takeBack(world, at, recent.splice(chance.below(recent.length), 1)[0]!)
  }
  closeShift(world, shift, (morning + 2 * HOUR + SELLING_TIME) as Time, (FLOAT + cash) as Money)
}

function remember({ chance }: World, recent: Sold[], sold: readonly Sold[]): void {
  for (const line of sold) {
    if (recent.length < MOST_RECENT) recent.push(line)
    else recent[chance.below(MOST_RECENT)] = line
  }
}

function restock(world: World, { morning, orders, goods }: Day): void {
  const at = { recordedAt: morning, businessDay: dayOf(morning) }
  const some = (count: number) =>
    Array.from({ length: count }, () => popular(world, goods)).filter(({ kind }) => kind === 'goods')
  const arrived = some(1 + Math.ceil(orders / 20)).map((good) => ({ good, quantity: pieces(world, 40, 120) }))
  if (arrived.length > 0) moveGoods(world, at, 'goodsReceived', arrived)
  const counted = some(3).map((good) => ({ good, quantity: world.chance.pick([-1_000, 1_000, 2_000]) as Quantity }))
  if (counted.length > 0) moveGoods(world, at, 'adjustment', counted)
}

const pieces = ({ chance }: World, least: number, most: number) => (chance.between(least, most) * 1_000) as Quantity

interface OpenShift {
  readonly id: Id
  readonly row: Parameters<World['tables']['shifts']>[0]
}

/** Written when it opens, so that payments can name it; what was counted is added when it closes. */
export function openShift(world: World, openedAt: Time): OpenShift {
  const { tables, books, ids, clerks } = world
  const businessDay = dayOf(openedAt)
  const openedBy = clerks[0]!
  const number = books.nextNumber('SH', businessDay)
  const documentsAfter = books.lastDocument()
  const row = {
    uid: ids.uid(openedAt),
    number,
    businessDay,
    openedBy,
    openedAt,
    float: FLOAT,
    note: '',
    documentsAfter,
  }
  const id = tables.shifts(row)
  world.record(openedAt, 'drawer.open', { float: FLOAT }, { shift: id }, openedBy)
  return { id, row }
}

function closeShift(world: World, { id, row }: OpenShift, closedAt: Time, expected: Money): void {
  const counted = Math.max(0, expected + world.chance.pick([0, 0, 0, -100, 50])) as Money
  const closed = { closedBy: row.openedBy, closedAt, counted, expected, dropped: 0 as Money }
  world.tables.closeShift({ ...row, id, ...closed, documentsTo: world.books.lastDocument() })
  world.record(closedAt, 'drawer.count', { counted, denominations: [] }, { shift: id }, row.openedBy)
  world.record(closedAt, 'drawer.close', { reason: '', dropped: 0 }, { shift: id }, row.openedBy)
}
