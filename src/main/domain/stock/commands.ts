/** Moves stock: the level changes and the movement that explains it are written in the same transaction. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { MOST_AMOUNT, type Id, type Money, type Quantity } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import type { CommandContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { bringIn, EMPTY, takeOut, worth, type Level } from './cost.ts'
import { stockLevels, stockMovements, warehouses } from './tables.ts'

/** A change of a level that still waits for its movement row, which names the document line. */
export interface Moved {
  readonly skuId: Id
  readonly warehouseId: Id
  /** Signed: what left is negative. */
  readonly quantity: Quantity
  readonly value: Money
  readonly balance: Quantity
  /** A change of value alone: earlier pieces settled at their real cost. */
  readonly correction: Money
}

export interface Goods {
  readonly skuId: Id
  readonly title: string
  readonly unit: string
}

const insertMovement = insertInto(stockMovements)
const statements = prepared((db: WriteDb) => ({
  warehouse: db.select({ id: warehouses.id }).from(warehouses).where(isNull(warehouses.archivedAt)).limit(1).prepare(),
  level: db
    .select({ onHand: stockLevels.onHand, value: stockLevels.value, lastCost: stockLevels.lastCost })
    .from(stockLevels)
    .where(
      and(eq(stockLevels.skuId, sql.placeholder('skuId')), eq(stockLevels.warehouseId, sql.placeholder('warehouseId'))),
    )
    .prepare(),
  saveLevel: db
    .insert(stockLevels)
    .values({
      skuId: sql.placeholder('skuId'),
      warehouseId: sql.placeholder('warehouseId'),
      onHand: sql.placeholder('onHand'),
      value: sql.placeholder('value'),
      lastCost: sql.placeholder('lastCost'),
    })
    .onConflictDoUpdate({
      target: [stockLevels.skuId, stockLevels.warehouseId],
      set: {
        onHand: sql`excluded.on_hand`,
        value: sql`excluded.value`,
        lastCost: sql`excluded.last_cost`,
      },
    })
    .prepare(),
}))

export function openWarehouse(db: WriteDb, { uid, name }: { uid: string; name: string }): Id {
  return Number(db.insert(warehouses).values({ uid, name }).run().lastInsertRowid)
}

/** Goods leave at moving average. More than there is goes into the negative, unless the shop refuses that. */
export function removeStock(ctx: CommandContext, goods: Goods, count: Quantity): Moved {
  const place = levelAt(ctx, goods.skuId)
  if (ctx.shop.profile.negativeStock === 'refuse' && place.level.onHand < count) {
    refuse('STOCK_SHORT', { title: goods.title, available: place.level.onHand, unit: goods.unit })
  }
  const { value, level } = takeOut(place.level, count, ctx.shop.currencyDecimals)
  saveLevel(ctx, goods.skuId, place.warehouseId, level)
  const moved = { quantity: (0 - count) as Quantity, value: (0 - value) as Money, correction: 0 as Money }
  return { skuId: goods.skuId, warehouseId: place.warehouseId, balance: level.onHand, ...moved }
}

/** Goods arrive worth `value`; unsaid, worth what the others are. */
export function addStock(ctx: CommandContext, { skuId }: Pick<Goods, 'skuId'>, count: Quantity, value?: Money): Moved {
  const { level: before, warehouseId } = levelAt(ctx, skuId)
  const decimals = ctx.shop.currencyDecimals
  const arriving = value ?? worth(before, count, decimals)
  const { correction, level } = bringIn(before, count, arriving, decimals)
  saveLevel(ctx, skuId, warehouseId, level)
  return { skuId, warehouseId, quantity: count, value: arriving, balance: level.onHand, correction }
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

function levelAt({ db }: CommandContext, skuId: Id): { level: Level; warehouseId: Id } {
  const warehouse = statements(db).warehouse.get()
  if (!warehouse) throw new Error('the shop has no warehouse')
  return { level: statements(db).level.get({ skuId, warehouseId: warehouse.id }) ?? EMPTY, warehouseId: warehouse.id }
}

function saveLevel({ db }: CommandContext, skuId: Id, warehouseId: Id, level: Level): void {
  if (Math.abs(level.onHand) > MOST_AMOUNT || Math.abs(level.value) > MOST_AMOUNT) refuse('AMOUNT_TOO_LARGE')
  statements(db).saveLevel.run({ skuId, warehouseId, ...level })
}
