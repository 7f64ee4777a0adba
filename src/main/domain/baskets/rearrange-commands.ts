/** 拆单/合单: several baskets are rewritten in one step, or none of them. */
import type { BasketContents, Parking } from '../../../contract/baskets.ts'
import type { Id, Time } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { refuse } from '../errors.ts'
import { addOpen, addParked, fill, openRow, parkedRow, removeRow, type BasketRow } from './rows.ts'

interface Rearrangement {
  readonly deviceId: string
  readonly open?: { readonly changedAt: Time | null; readonly basket: BasketContents | null } | undefined
  readonly parked: readonly { readonly basketId: Id; readonly changedAt: Time; readonly basket: Parking | null }[]
  readonly added: readonly Parking[]
}

/** Two tills never lose lines to each other: each basket must be as the writer last saw it. */
export function rearrangeBaskets(ctx: CommandContext, { deviceId, open, parked, added }: Rearrangement): Refs {
  mustGoSomewhere(open ? [open, ...parked] : parked, added)
  for (const { basketId, changedAt, basket } of parked) {
    const row = unchanged(parkedRow(ctx.db, basketId) ?? refuse('BASKET_GONE'), changedAt)
    if (basket) fill(ctx, row, basket)
    else removeRow(ctx, row)
  }
  if (open) rewriteOpen(ctx, deviceId, open)
  for (const basket of added) addParked(ctx, deviceId, basket)
  return { device: deviceId }
}

function rewriteOpen(ctx: CommandContext, deviceId: string, { changedAt, basket }: NonNullable<Rearrangement['open']>) {
  const row = openRow(ctx.db, deviceId)
  if (changedAt !== null) fill(ctx, unchanged(row ?? refuse('BASKET_GONE'), changedAt), basket)
  else if (row) refuse('BASKET_CHANGED')
  else addOpen(ctx, deviceId, basket)
}

function unchanged(row: BasketRow, changedAt: Time): BasketRow {
  return row.changedAt === changedAt ? row : refuse('BASKET_CHANGED')
}

/** Lines that leave a basket are in another one afterwards: to throw sales away is `baskets.remove`. */
function mustGoSomewhere(rewritten: readonly { readonly basket: object | null }[], added: readonly Parking[]): void {
  const isEmptied = rewritten.some(({ basket }) => basket === null)
  if (isEmptied && added.length === 0 && rewritten.every(({ basket }) => basket === null)) refuse('BASKET_EMPTY')
}
