/** A day of the invented shop, from opening the drawer to counting it. */
import type { Id, Money, Quantity, Time } from '../../contract/values.ts'
import { closeShift, countDrawer, moveCash, openShift } from '../domain/drawer/commands.ts'
import { expectedCash, openShiftId, shiftById } from '../domain/drawer/queries.ts'
import { adjustStock } from '../domain/stock/papers.ts'
import type { Chance } from './invented/chance.ts'
import { pickerFor } from './baskets.ts'
import { busyness, dayAfter, weekdayOf } from './calendar.ts'
import { takeDelivery } from './deliveries.ts'
import { sellOnce } from './sales.ts'
import { returnSome } from './returns.ts'
import type { Trade } from './trade.ts'

/** Midnight in Shanghai is 16:00 UTC of the day before. */
const TO_SHANGHAI = -8 * 60 * 60 * 1000
const MINUTE = 60 * 1000
const OPENS = 9 * 60
const CLOSES = 21 * 60
const SALES_PER_DAY = 41
const RETURNS = 0.02
const RECENT = 300
const FLOAT = 50_000 as Money
const MONDAY = 1

export const momentOf = (date: number, minutes: number): Time =>
  (date + TO_SHANGHAI + Math.round(minutes * MINUTE)) as Time

export function tradeOneDay(trade: Trade, date: number): void {
  const { stage, chance, people, wares, recent } = trade
  const sales = Math.round(SALES_PER_DAY * busyness(date) * (0.8 + chance.next() * 0.4))
  if (sales === 0) return
  const keeper = chance.pick(people.clerks)
  stage.act(keeper, momentOf(date, OPENS - 10), 'drawer.open', { float: FLOAT }, openShift)
  if (weekdayOf(date) === MONDAY) takeDelivery(trade, momentOf(date, OPENS - 5))
  if (new Date(date).getUTCDate() === 1 || chance.happens(0.15)) putRight(trade, date)
  const pick = pickerFor(wares, date)
  for (const minute of minutesOf(chance, sales)) {
    const at = momentOf(date, minute)
    sellOnce(trade, at, pick)
    if (recent.length > RECENT) recent.splice(0, recent.length - RECENT)
    if (chance.happens(RETURNS)) returnSome(trade, (at + 20_000) as Time)
  }
  closeUp(trade, date, keeper)
}

/** Around noon and after work it is fullest. */
function minutesOf(chance: Chance, count: number): number[] {
  const one = () => {
    const middle = chance.happens(0.45) ? 11.5 * 60 : 18 * 60
    const minute = middle + (chance.next() + chance.next() - 1) * 180
    return Math.min(CLOSES - 5, Math.max(OPENS, minute))
  }
  return Array.from({ length: count }, one).sort((a, b) => a - b)
}

const REASONS = ['盘点', '破损', '试喝', '样品']

function putRight({ stage, chance, people, wares }: Trade, date: number): void {
  const goods = wares.filter(({ kind }) => kind === 'goods')
  const reason = chance.pick(REASONS)
  const chosen = new Set(
    Array.from({ length: reason === '盘点' ? chance.between(4, 10) : 1 }, () => chance.pick(goods)),
  )
  const lines = [...chosen].map(({ skuId, baseUnit }) => {
    const count = baseUnit === '斤' ? chance.between(1, 4) * 50 : 1_000
    const found = reason === '盘点' && chance.happens(0.4)
    return { skuId, quantity: (found ? count : -count) as Quantity }
  })
  stage.act(people.manager, momentOf(date, OPENS - 3), 'stock.adjust', { reason, lines }, adjustStock)
}

function closeUp({ stage, chance, people }: Trade, date: number, keeper: Id): void {
  const id = openShiftId(stage.db)
  const shift = id === null ? undefined : shiftById(stage.db, id)
  if (!shift) throw new Error('the drawer is not open')
  const inDrawer = () => expectedCash(stage.db, shift)
  const toOwner = (Math.floor((inDrawer() - FLOAT) / 100_000) * 100_000) as Money
  if (toOwner > 0) {
    const move = { kind: 'cashDrop' as const, amount: toOwner, reason: '存银行' }
    stage.act(people.manager, momentOf(date, CLOSES), 'drawer.move', move, moveCash)
  }
  const off = chance.happens(0.8) ? 0 : chance.pick([-500, -200, -100, 100, 500])
  const counted = Math.max(0, inDrawer() + off) as Money
  stage.act(keeper, momentOf(date, CLOSES + 9), 'drawer.count', { counted, denominations: [] }, countDrawer)
  const closing = { reason: off === 0 ? '' : '找错零', dropped: 0 as Money }
  stage.act(keeper, momentOf(date, CLOSES + 10), 'drawer.close', closing, closeShift)
}

/** The dates of trade, the last one before `until`. */
export const datesBefore = (until: number, days: number): number[] =>
  Array.from({ length: days }, (_, at) => dayAfter(until, at - days))
