/** The drawer's session: opened with a float, cash in and out, counted blind, closed. */
import { eq } from 'drizzle-orm'
import type { CashMove, Denomination } from '../../../contract/drawer.ts'
import { MOST_AMOUNT, negate, subtract, type Money } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import { actingStaff, type CommandContext, type Refs } from '../context.ts'
import { nextNumber } from '../documents/number-commands.ts'
import { newestDocumentId } from '../documents/queries-takings.ts'
import { refuse } from '../errors.ts'
import { openDrawer } from '../printing/queue-commands.ts'
import { recordSensitive } from '../sensitive/commands.ts'
import { reseatTiles } from '../tiles/commands.ts'
import { countsOf, expectedCash, openShiftId, shiftById, standingCount, type ShiftRow } from './queries.ts'
import { cashMovements, drawerCounts, shifts } from './tables.ts'

const insertShift = insertInto(shifts)
const insertMovement = insertInto(cashMovements)
const insertCount = insertInto(drawerCounts)

/** Opens a shift (开班) with the float that lies in the drawer. One at a time. The tiles of the counter begin anew with it. */
export function openShift(ctx: CommandContext, { float }: { readonly float: Money }): Refs {
  if (openShiftId(ctx.db) !== null) refuse('SHIFT_ALREADY_OPEN')
  const shift = insertShift(ctx.db, {
    uid: ctx.ids.uid(ctx.now),
    number: nextNumber(ctx, 'SH'),
    businessDay: ctx.businessDay,
    openedBy: actingStaff(ctx),
    openedAt: ctx.now,
    float,
    note: '',
    documentsAfter: newestDocumentId(ctx.db),
  })
  reseatTiles(ctx)
  return { shift }
}

export interface Move {
  readonly kind: CashMove
  readonly amount: Money
  readonly reason: string
}

/** Cash put in, taken out or handed to the owner that is no sale. No more can be taken than the drawer holds. */
export function moveCash(ctx: CommandContext, { kind, amount, reason }: Move): Refs {
  const shift = currentShift(ctx)
  const expected = expectedCash(ctx.db, shift)
  if (kind !== 'payIn' && amount > expected) refuse('DRAWER_SHORT')
  if (kind === 'payIn' && expected + amount > MOST_AMOUNT) refuse('AMOUNT_TOO_LARGE')
  insertMovement(ctx.db, {
    ...{ shiftId: shift.id, kind, reason },
    amount: kind === 'payIn' ? amount : negate(amount),
    ...doneNow(ctx),
  })
  return { shift: shift.id }
}

/** 空开钱箱: always allowed to whoever may, never unseen; with a key where no printer opens it. */
export function openWithoutSale(ctx: CommandContext, { reason }: { readonly reason: string }): Refs {
  recordSensitive(ctx, { kind: 'drawerOpened', reason })
  openDrawer(ctx)
  const shift = openShiftId(ctx.db)
  return { drawer: 'opened', ...(shift === null ? {} : { shift }) }
}

export interface Count {
  readonly counted: Money
  readonly denominations: readonly Denomination[]
}

/** Commits what was counted; only then is anybody told what should be there. Each count is kept. */
export function countDrawer(ctx: CommandContext, { counted, denominations }: Count): Refs {
  const shift = currentShift(ctx)
  const summed = denominations.reduce((sum, { value, count }) => sum + value * count, 0)
  if (denominations.length > 0 && summed !== counted) refuse('COUNT_DOES_NOT_ADD_UP', { counted, sum: summed })
  const expected = expectedCash(ctx.db, shift)
  insertCount(ctx.db, { shiftId: shift.id, counted, expected, denominations, ...doneNow(ctx) })
  return { shift: shift.id }
}

export interface Closing {
  /** Why more or less was counted than should be there. */
  readonly reason: string
  /** 上缴: what is taken out of what was counted; the rest stays as the next float. */
  readonly dropped: Money
}

/** Closes the shift (交班) with its last count; a difference above the shop's limit needs a reason. */
export function closeShift(ctx: CommandContext, { reason, dropped }: Closing): Refs {
  const shift = currentShift(ctx)
  const expected = expectedCash(ctx.db, shift)
  const { counted } = standingCount(countsOf(ctx.db, shift.id), expected) ?? refuse('DRAWER_NOT_COUNTED')
  const difference = subtract(counted, expected)
  const limit = ctx.shop.profile.drawerDifferenceLimit
  if (Math.abs(difference) > limit && reason === '') refuse('DIFFERENCE_NEEDS_REASON', { difference, limit })
  if (dropped > counted) refuse('DRAWER_SHORT')
  const documentsTo = newestDocumentId(ctx.db)
  ctx.db
    .update(shifts)
    .set({
      ...{ closedBy: actingStaff(ctx), closedAt: ctx.now, counted, expected },
      ...{ note: reason, dropped, documentsTo },
    })
    .where(eq(shifts.id, shift.id))
    .run()
  return { shift: shift.id }
}

const doneNow = (ctx: CommandContext) => ({
  staffId: actingStaff(ctx),
  recordedAt: ctx.now,
  businessDay: ctx.businessDay,
})

function currentShift(ctx: CommandContext): ShiftRow {
  const id = openShiftId(ctx.db) ?? refuse('NO_OPEN_SHIFT')
  return shiftById(ctx.db, id) ?? refuse('NO_OPEN_SHIFT')
}
