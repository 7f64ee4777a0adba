/** The rows of baskets: one open row per device, emptied and never removed, and one row per parked sale. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { BasketContents, Parking } from '../../../contract/baskets.ts'
import { ZERO, type Id, type Money, type Time } from '../../../contract/values.ts'
import type { ReadDb, WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import { actingStaff, type CommandContext } from '../context.ts'
import { baskets } from './tables.ts'

export type BasketRow = typeof baskets.$inferSelect

const MOST_PARKED = 200
const EMPTY: Omit<BasketContents, 'content'> = { itemCount: 0, total: ZERO, customerName: '' }

const isOpen = and(eq(baskets.device, sql.placeholder('device')), sql`${baskets.state} = 'open'`)
const isParked = sql`${baskets.state} = 'parked'`
const byId = eq(baskets.id, sql.placeholder('id'))

const reading = prepared((db: ReadDb) => ({
  open: db.select().from(baskets).where(isOpen).prepare(),
  parked: db.select().from(baskets).where(isParked).orderBy(desc(baskets.id)).limit(MOST_PARKED).prepare(),
  one: db.select().from(baskets).where(and(byId, isParked)).prepare(),
  parkedSum: db
    .select({ count: sql<number>`count(*)`, amount: sql<Money>`coalesce(sum(${baskets.total}), 0)` })
    .from(baskets)
    .where(isParked)
    .prepare(),
}))

const given = (name: string) => sql`${sql.placeholder(name)}`
const insertBasket = insertInto(baskets)
const writing = prepared((db: WriteDb) => ({
  fill: db
    .update(baskets)
    .set({
      content: given('content'),
      note: given('note'),
      itemCount: given('itemCount'),
      total: given('total'),
      customerName: given('customerName'),
      staffId: given('staffId'),
      beganAt: given('beganAt'),
      changedAt: given('changedAt'),
    })
    .where(byId)
    .prepare(),
  sold: db
    .update(baskets)
    .set({ soldDocumentId: given('documentId') })
    .where(byId)
    .prepare(),
  remove: db.delete(baskets).where(byId).prepare(),
}))

export const openRow = (db: ReadDb, device: string): BasketRow | undefined => reading(db).open.get({ device })
export const parkedRows = (db: ReadDb): BasketRow[] => reading(db).parked.all()
export const parkedSum = (db: ReadDb) => reading(db).parkedSum.get() ?? { count: 0, amount: ZERO }
export const parkedRow = (db: ReadDb, id: Id): BasketRow | undefined => reading(db).one.get({ id })

/** Puts new contents into a row; null empties it. @returns when it changed: always later than before */
export function fill(ctx: CommandContext, row: BasketRow, basket: (BasketContents & { note?: string }) | null): Time {
  const changedAt = Math.max(ctx.now, row.changedAt + 1) as Time
  writing(ctx.db).fill.run({
    ...{ content: null, note: '', ...EMPTY, ...basket },
    id: row.id,
    staffId: actingStaff(ctx),
    beganAt: row.content === null ? ctx.now : row.beganAt,
    changedAt,
  })
  return changedAt
}

export function addOpen(ctx: CommandContext, device: string, basket: BasketContents | null): Id {
  return insertBasket(ctx.db, { ...newRow(ctx, device), ...EMPTY, ...basket, state: 'open' })
}

/** @param began when its first line was scanned */
export function addParked(ctx: CommandContext, device: string, basket: Parking, began = ctx.now): Id {
  return insertBasket(ctx.db, { ...newRow(ctx, device), ...basket, beganAt: began, state: 'parked' })
}

export function removeRow(ctx: CommandContext, { id }: BasketRow): void {
  writing(ctx.db).remove.run({ id })
}

export function noteSale(ctx: CommandContext, id: Id, documentId: Id): void {
  writing(ctx.db).sold.run({ id, documentId })
}

const newRow = (ctx: CommandContext, device: string) => ({
  uid: ctx.ids.uid(ctx.now),
  device,
  note: '',
  staffId: actingStaff(ctx),
  beganAt: ctx.now,
  changedAt: ctx.now,
})
