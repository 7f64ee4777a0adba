/** 期初余额: what a customer brings from the system before. */
import { ZERO, type Id, type Money } from '../../../contract/values.ts'
import type { CommandContext, Refs } from '../context.ts'
import { issueDocument, NO_TOTALS } from '../documents/commands.ts'
import { openingsOf } from '../documents/record-queries.ts'
import { refuse } from '../errors.ts'
import { balanceEntered } from '../payments/balance-queries.ts'
import { moveBalance } from '../payments/balance-commands.ts'
import { openBalances } from '../payments/commands.ts'
import { debtOf } from '../payments/debt-queries.ts'
import { owedNow } from '../payments/queries.ts'
import { customerRecord } from './view.ts'

export interface OpeningBalance {
  readonly customerId: Id
  readonly owed?: Money | undefined
  readonly storeCredit?: Money | undefined
  readonly storedValue?: Money | undefined
  readonly points?: Money | undefined
}

/** Once for each customer and account: brought twice, it would count twice. */
export function openCustomerBalances(ctx: CommandContext, asked: OpeningBalance): Refs {
  const { customerId, owed = ZERO, storeCredit = ZERO, storedValue = ZERO, points = ZERO } = asked
  const { name, phone, address } = customerRecord(ctx.db, customerId)
  const before = openingsOf(ctx.db, customerId)
  const has = (account: 'storeCredit' | 'storedValue' | 'points') =>
    before.some((documentId) => balanceEntered(ctx.db, { customerId, account, documentId }))
  const isRepeated =
    (owed > 0 && before.some((documentId) => debtOf(ctx.db, documentId).booked !== 0)) ||
    (storeCredit > 0 && has('storeCredit')) ||
    (storedValue > 0 && has('storedValue')) ||
    (points > 0 && has('points'))
  if (isRepeated) refuse('OPENING_BALANCE_EXISTS')
  if (owed + storeCredit + storedValue + points === 0) return { customer: customerId }
  const document = issueDocument(ctx, {
    kind: 'openingBalance',
    state: 'completed',
    paymentState: owed > 0 ? 'onAccount' : 'none',
    customer: { id: customerId, party: { name, phone, address }, owedBefore: owedNow(ctx.db, customerId) },
    channel: 'counter',
    channelNumber: null,
    pricesIncludeTax: ctx.shop.profile.pricesIncludeTax,
    totals: NO_TOTALS,
    paid: ZERO,
    reason: '',
    note: '',
    lines: [],
  })
  openBalances(ctx, document, { customerId, owed, storeCredit })
  if (storedValue > 0)
    moveBalance(ctx, { customerId, account: 'storedValue', documentId: document, amount: storedValue })
  if (points > 0) moveBalance(ctx, { customerId, account: 'points', documentId: document, amount: points })
  return { document, customer: customerId }
}
