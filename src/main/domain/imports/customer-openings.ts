import { negate, ZERO, type Id } from '../../../contract/values.ts'
import type { CustomerOpening } from '../../importing/plan.ts'
import { may, type CommandContext, type ReadContext } from '../context.ts'
import { openCustomerBalances } from '../customers/opening-commands.ts'

/** By hand, opening balances are for who may edit the settings; a file of anyone else comes in without them. */
export const mayBookOpenings = (ctx: ReadContext): boolean => may(ctx, 'settings.edit')

/** What a new customer brings along: 欠款, 储值余额 and 积分. What the shop owes the customer is 退货余额. */
export function bookCustomerOpening(ctx: CommandContext, customerId: Id, opening: CustomerOpening): void {
  if (!mayBookOpenings(ctx)) return
  const { owed, storedValue, points } = opening
  const [owing, storeCredit] = owed < 0 ? [ZERO, negate(owed)] : [owed, ZERO]
  openCustomerBalances(ctx, { customerId, owed: owing, storeCredit, storedValue, points })
}
