/** Moves stock: the level changes and the movement that explains it are written in the same transaction. */
import { and, eq, sql } from 'drizzle-orm'
import {
  addQuantity,
  MOST_AMOUNT,
  negateQuantity,
  ZERO,
  type Id,
  type Money,
  type Quantity,
} from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import type { CommandContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { mainWarehouse } from './queries-warehouses.ts'
import { bringIn, EMPTY, takeOut, worth, type Level } from './cost.ts'
import { stockLevels, stockMovements, stockValues } from './tables.ts'

/** A change of a level that still waits for its movement row, which names the document line. */
export interface Moved {
  readonly skuId: Id
  readonly warehouseId: Id
  /** Signed: what left is negative. */
  readonly quantity: Quantity
  readonly value: Money
  /** On hand in that warehouse afterwards. */
  readonly balance: Quantity
  /** A change of value alone: earlier pieces settled at their real cost. */
  readonly correction: Money
}

export interface Placed {
  readonly skuId: Id
  /** The main one when absent. */
  readonly warehouseId?: Id | undefined
}

export interface Goods extends Placed {
  readonly title: string
  readonly unit: string
}

const insertMovement = insertInto(stockMovements)
const statements = prepared((db: WriteDb) => ({
  level: db
    .select({ onHand: stockLevels.onHand })
    .from(stockLevels)
    .where(
      and(eq(stockLevels.skuId, sql.placeholder('skuId')), eq(stockLevels.warehouseId, sql.placeholder('warehouseId'))),
    )
    .prepare(),
  value: db
    .select({ onHand: stockValues.onHand, value: stockValues.value, lastCost: stockValues.lastCost })
    .from(stockValues)
    .where(eq(stockValues.skuId, sql.placeholder('skuId')))
    .prepare(),
  saveLevel: db
    .insert(stockLevels)
    .values({
      skuId: sql.placeholder('skuId'),
      warehouseId: sql.placeholder('warehouseId'),
      onHand: sql.placeholder('onHand'),
    })
    .onConflictDoUpdate({
      target: [stockLevels.skuId, stockLevels.warehouseId],
      set: { onHand: sql`excluded.on_hand` },
    })
    .prepare(),
  saveValue: db
    .insert(stockValues)
    .values({
      skuId: sql.placeholder('skuId'),
      onHand: sql.placeholder('onHand'),
      value: sql.placeholder('value'),
      lastCost: sql.placeholder('lastCost'),
    })
    .onConflictDoUpdate({
      target: stockValues.skuId,
      set: { onHand: sql`excluded.on_hand`, value: sql`excluded.value`, lastCost: sql`excluded.last_cost` },
    })
    .prepare(),
}))

/** Goods leave at moving average. More than lies there goes into the negative, unless the shop refuses that. */
export function removeStock(ctx: CommandContext, goods: Goods, count: Quantity): Moved {
  const place = placeOf(ctx, goods)
  if (ctx.shop.profile.negativeStock === 'refuse' && place.onHand < count) {
    refuse('STOCK_SHORT', { title: goods.title, available: place.onHand, unit: goods.unit })
  }
  const { value, level } = takeOut(place.level, count, ctx.shop.currencyDecimals)
  const moved = { quantity: (0 - count) as Quantity, value: (0 - value) as Money, correction: 0 as Money }
  return { ...moved, ...save(ctx, place, moved.quantity, level) }
}

/** Goods arrive worth `value`; unsaid, worth what the others are. */
export function addStock(ctx: CommandContext, goods: Placed, count: Quantity, value?: Money): Moved {
  const place = placeOf(ctx, goods)
  const decimals = ctx.shop.currencyDecimals
  const arriving = value ?? worth(place.level, count, decimals)
  const { correction, level } = bringIn(place.level, count, arriving, decimals)
  return { quantity: count, value: arriving, correction, ...save(ctx, place, count, level) }
}

/** Pieces go from one warehouse to another. Nobody holds in hand what does not lie there: more than that is refused. */
export function moveStock(
  ctx: CommandContext,
  { skuId, title, unit }: Goods,
  count: Quantity,
  { from, to }: { readonly from: Id; readonly to: Id },
): readonly Moved[] {
  const place = placeOf(ctx, { skuId, warehouseId: from })
  if (place.onHand < count) refuse('STOCK_SHORT', { title, available: place.onHand, unit })
  const worthless = { value: ZERO, correction: ZERO }
  const legs = [
    [place, negateQuantity(count)],
    [placeOf(ctx, { skuId, warehouseId: to }), count],
  ] as const
  return legs.map(([leg, quantity]) => ({ quantity, ...worthless, ...save(ctx, leg, quantity, leg.level) }))
}

/** Writes the movement of a change of level, now that its document line is known. */
export function recordMovement(
  ctx: CommandContext,
  kind: (typeof stockMovements.$inferInsert)['kind'],
  moved: Moved,
  { documentId, lineId }: { readonly documentId: Id; readonly lineId: Id },
): void {
  const { correction, ...movement } = moved
  const at = { documentId, lineId, recordedAt: ctx.now, businessDay: ctx.businessDay }
  const seq = insertMovement(ctx.db, { ...movement, ...at, kind })
  if (correction === 0) return
  const none = { quantity: 0 as Quantity, value: correction, corrects: seq }
  insertMovement(ctx.db, { ...movement, ...at, ...none, kind: 'costCorrection' })
}

interface Place {
  readonly skuId: Id
  readonly warehouseId: Id
  /** There. */
  readonly onHand: Quantity
  /** Everywhere. */
  readonly level: Level
}

function placeOf({ db }: CommandContext, { skuId, warehouseId = mainWarehouse(db) }: Placed): Place {
  const { level, value } = statements(db)
  const onHand = level.get({ skuId, warehouseId })?.onHand ?? EMPTY.onHand
  return { skuId, warehouseId, onHand, level: value.get({ skuId }) ?? EMPTY }
}

function save(
  { db }: CommandContext,
  { skuId, warehouseId, onHand: before }: Place,
  count: Quantity,
  level: Level,
): Pick<Moved, 'skuId' | 'warehouseId' | 'balance'> {
  const onHand = addQuantity(before, count)
  const tooMuch = [onHand, level.onHand, level.value].some((sum) => Math.abs(sum) > MOST_AMOUNT)
  if (tooMuch) refuse('AMOUNT_TOO_LARGE')
  statements(db).saveLevel.run({ skuId, warehouseId, onHand })
  statements(db).saveValue.run({ skuId, ...level })
  return { skuId, warehouseId, balance: onHand }
}
