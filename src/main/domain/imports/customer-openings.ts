import type { Id } from '../../../contract/values.ts'
import type { CustomerOpening } from '../../importing/plan.ts'
import type { CommandContext } from '../context.ts'

/** What a new customer brings along: 欠款, 储值余额 and 积分. The shop keeps no opening balances yet, so nothing is booked. */
export function bookCustomerOpening(_ctx: CommandContext, _customerId: Id, _opening: CustomerOpening): void {
  return
}
