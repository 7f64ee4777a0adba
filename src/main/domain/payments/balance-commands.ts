/** 退货余额, 储值余额 and 积分: an entry, and the summary that it leads to. */
import { sql } from 'drizzle-orm'
import { add, MOST_AMOUNT, type Id, type Money } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import type { CommandContext } from '../context.ts'
import { refuse } from '../errors.ts'
import { balanceOf } from './balance-queries.ts'
import { balanceEntries, customerBalances, type BalanceAccount } from './tables.ts'

const insertEntry = insertInto(balanceEntries)
const statements = prepared((db: WriteDb) => ({
  save: db
    .insert(customerBalances)
    .values({
      customerId: sql.placeholder('customerId'),
      account: sql.placeholder('account'),
      balance: sql.placeholder('balance'),
    })
    .onConflictDoUpdate({
      target: [customerBalances.customerId, customerBalances.account],
      set: { balance: sql`excluded.balance` },
    })
    .prepare(),
}))

export interface BalanceMove {
  readonly customerId: Id
  readonly account: BalanceAccount
  readonly documentId: Id
  readonly amount: Money
}

/** Adds to a balance or takes from it. It never falls below zero: nobody spends what they have not. */
export function moveBalance(ctx: CommandContext, { customerId, account, documentId, amount }: BalanceMove): void {
  const available = balanceOf(ctx.db, customerId, account)
  const balance = add(available, amount)
  if (balance < 0) refuse('STORE_CREDIT_SHORT', { available })
  if (balance > MOST_AMOUNT) refuse('AMOUNT_TOO_LARGE')
  const at = { recordedAt: ctx.now, businessDay: ctx.businessDay }
  insertEntry(ctx.db, { customerId, account, documentId, amount, balanceAfter: balance, ...at })
  statements(ctx.db).save.run({ customerId, account, balance })
}
