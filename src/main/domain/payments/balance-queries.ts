import { and, eq, sql } from 'drizzle-orm'
import type { Id, Money } from '../../../contract/values.ts'
import type { ReadDb } from '../../database/connection.ts'
import { isAnyOf, listOf, prepared } from '../../database/prepared.ts'
import { balanceEntries, customerBalances, type BalanceAccount } from './tables.ts'

const statements = prepared((db: ReadDb) => ({
  entered: db
    .select({ id: balanceEntries.id })
    .from(balanceEntries)
    .where(
      and(
        eq(balanceEntries.customerId, sql.placeholder('customerId')),
        eq(balanceEntries.account, sql.placeholder('account')),
        eq(balanceEntries.documentId, sql.placeholder('documentId')),
      ),
    )
    .prepare(),
  ofMany: db.select().from(customerBalances).where(isAnyOf(customerBalances.customerId, 'customerIds')).prepare(),
  balance: db
    .select({ balance: customerBalances.balance })
    .from(customerBalances)
    .where(
      and(
        eq(customerBalances.customerId, sql.placeholder('customerId')),
        eq(customerBalances.account, sql.placeholder('account')),
      ),
    )
    .prepare(),
}))

const moved = prepared(({ $client }: ReadDb) =>
  $client.prepare(
    `select 1 from customer_accounts where customer_id = :customerId
     union all select 1 from customer_balances where customer_id = :customerId limit 1`,
  ),
)

/** Whether anything was ever owed by a customer, or held for one. */
export function hasMoved(db: ReadDb, customerId: Id): boolean {
  return moved(db).get({ customerId }) !== undefined
}

/** What is held for a customer on one account. */
export function balanceOf(db: ReadDb, customerId: Id, account: BalanceAccount): Money {
  return statements(db).balance.get({ customerId, account })?.balance ?? (0 as Money)
}

/** All that is held for a customer. */
export function balancesOf(db: ReadDb, customerId: Id): Readonly<Record<BalanceAccount, Money>> {
  return {
    storeCredit: balanceOf(db, customerId, 'storeCredit'),
    storedValue: balanceOf(db, customerId, 'storedValue'),
    points: balanceOf(db, customerId, 'points'),
  }
}

/** What is held for each of many. */
export function balancesBy(db: ReadDb, customerIds: readonly Id[]) {
  const held = new Map<Id, Partial<Record<BalanceAccount, Money>>>()
  for (const { customerId, account, balance } of statements(db).ofMany.all({ customerIds: listOf(customerIds) }))
    held.set(customerId, { ...held.get(customerId), [account]: balance })
  return held
}

/** Whether a document entered something on that account. */
export function balanceEntered(
  db: ReadDb,
  of: { readonly customerId: Id; readonly account: BalanceAccount; readonly documentId: Id },
): boolean {
  return statements(db).entered.get({ ...of }) !== undefined
}
