/** Keeps open baskets on disk, puts sales aside and takes them up again: whatever happens, a line is in one basket. */
import type { BasketContents, Parking } from '../../../contract/baskets.ts'
import type { Id, Money, Time } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { recordSensitive } from '../sensitive/commands.ts'
import { addOpen, addParked, fill, noteSale, openRow, parkedRow, removeRow } from './rows.ts'

interface Kept extends Omit<BasketContents, 'content'> {
  readonly deviceId: string
  readonly content: string | null
}

/** Writes this device's open basket down as it is now. */
export function keepBasket(ctx: CommandContext, { deviceId, content, ...rest }: Kept): { changedAt: Time } {
  return { changedAt: writeOpen(ctx, deviceId, content === null ? null : { ...rest, content }) }
}

/** Puts the sale aside and empties the open basket, which it was. */
export function parkBasket(ctx: CommandContext, { deviceId, ...basket }: Parking & { deviceId: string }): Refs {
  const open = openRow(ctx.db, deviceId)
  const parked = addParked(ctx, deviceId, contentsOf(basket), open?.content ? open.beganAt : ctx.now)
  if (open) fill(ctx, open, null)
  return { basket: parked }
}

interface Recall {
  readonly deviceId: string
  readonly basketId: Id
  readonly parkOpen?: Parking | undefined
}

/** Takes a parked sale up: the first device gets it, and what that device had open is parked or it is refused. */
export function recallBasket(ctx: CommandContext, { deviceId, basketId, parkOpen }: Recall): Refs {
  const parked = parkedRow(ctx.db, basketId) ?? refuse('BASKET_GONE')
  const open = openRow(ctx.db, deviceId)
  if (open?.content && !parkOpen) refuse('BASKET_NOT_EMPTY')
  if (parkOpen) addParked(ctx, deviceId, parkOpen, open?.content ? open.beganAt : ctx.now)
  const { content, itemCount, total, customerName } = parked
  writeOpen(ctx, deviceId, { content: content ?? '', itemCount, total, customerName })
  removeRow(ctx, parked)
  return { basket: basketId, device: deviceId }
}

/** Deletes a parked sale; the owner sees who did, and how much it was. */
export function removeParked(ctx: CommandContext, { basketId }: { readonly basketId: Id }): Refs {
  const parked = parkedRow(ctx.db, basketId) ?? refuse('BASKET_GONE')
  removeRow(ctx, parked)
  const subject = parked.note || parked.customerName || `#${String(parked.id)}`
  recordSensitive(ctx, { kind: 'parkedDeleted', subject, amount: Math.abs(parked.total) as Money })
  return { basket: basketId }
}

interface Removal {
  readonly kind: 'lineRemoved' | 'basketCleared'
  readonly subject: string
  readonly amount: Money
}

export function recordRemoval(ctx: CommandContext, { kind, subject, amount }: Removal): Refs {
  recordSensitive(ctx, { kind, subject, amount })
  return {}
}

/** The sale took what was in this device's basket: emptied in the sale's own transaction. */
export function emptySoldBasket(ctx: CommandContext, deviceId: string, documentId: Id): void {
  writeOpen(ctx, deviceId, null)
  const row = openRow(ctx.db, deviceId)
  if (row) noteSale(ctx, row.id, documentId)
}

/** Fills this device's open basket, which it gets with its first one. @returns when it changed */
export function writeOpen(ctx: CommandContext, deviceId: string, basket: BasketContents | null): Time {
  const row = openRow(ctx.db, deviceId)
  if (row) return fill(ctx, row, basket)
  addOpen(ctx, deviceId, basket)
  return ctx.now
}

const contentsOf = ({ content, itemCount, total, customerName, note }: Parking): Parking => ({
  ...{ content, itemCount, total, customerName, note },
})
