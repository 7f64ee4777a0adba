import { negate, ZERO, type Id } from '../../../contract/values.ts'
import type { CustomerOpening } from '../../importing/plan.ts'
import { may, type ReadContext } from '../context.ts'
import type { OpeningBalance } from '../customers/opening-commands.ts'
import { hasMoved } from '../payments/balance-queries.ts'

/** By hand, opening balances are for who may edit the settings; a file of anyone else comes in without them. */
export const mayBookOpenings = (ctx: ReadContext): boolean => may(ctx, 'settings.edit')

/**
 * What a customer brings along: 欠款, 储值余额 and 积分; what the shop owes the customer is 退货余额. Booked as long as nothing
 * has moved on the customer's accounts: so the owner can bring in afterwards what a manager's import had to leave out.
 */
export function openingFor(
  ctx: ReadContext,
  { owed, storedValue, points }: CustomerOpening,
  customerId: Id | undefined,
): { readonly opening: Omit<OpeningBalance, 'customerId'> } | undefined {
  const says = owed !== 0 || storedValue !== 0 || points !== 0
  if (!says || !mayBookOpenings(ctx)) return undefined
  if (customerId !== undefined && hasMoved(ctx.db, customerId)) return undefined
  const [owing, storeCredit] = owed < 0 ? [ZERO, negate(owed)] : [owed, ZERO]
  return { opening: { owed: owing, storeCredit, storedValue, points } }
}
