import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PaymentTender } from '../../../contract/documents.ts'
import type { BusinessDay, Money, Time } from '../../../contract/values.ts'

export const payments = sqliteTable('payments', {
  id: integer().primaryKey({ autoIncrement: true }),
  documentId: integer().notNull(),
  tender: text().$type<PaymentTender>().notNull(),
  amount: integer().$type<Money>().notNull(),
  received: integer().$type<Money>().notNull(),
  change: integer().$type<Money>().notNull(),
  shiftId: integer(),
  staffId: integer().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})

export const accountEntries = sqliteTable('account_entries', {
  id: integer().primaryKey({ autoIncrement: true }),
  customerId: integer().notNull(),
  documentId: integer().notNull(),
  amount: integer().$type<Money>().notNull(),
  owedAfter: integer().$type<Money>().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})

export const customerAccounts = sqliteTable('customer_accounts', {
  customerId: integer().primaryKey(),
  owed: integer().$type<Money>().notNull(),
})

/** What is held for a customer: 退货余额, 储值余额, 积分. */
export type BalanceAccount = 'storeCredit' | 'storedValue' | 'points'

export const balanceEntries = sqliteTable('balance_entries', {
  id: integer().primaryKey({ autoIncrement: true }),
  customerId: integer().notNull(),
  account: text().$type<BalanceAccount>().notNull(),
  documentId: integer().notNull(),
  amount: integer().$type<Money>().notNull(),
  balanceAfter: integer().$type<Money>().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})

export const customerBalances = sqliteTable(
  'customer_balances',
  {
    customerId: integer().notNull(),
    account: text().$type<BalanceAccount>().notNull(),
    balance: integer().$type<Money>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.account] })],
)

export const debtAllocations = sqliteTable('debt_allocations', {
  id: integer().primaryKey({ autoIncrement: true }),
  customerId: integer().notNull(),
  /** What put less on account. */
  settlingId: integer().notNull(),
  /** What had put more there. */
  settledId: integer().notNull(),
  amount: integer().$type<Money>().notNull(),
  recordedAt: integer().$type<Time>().notNull(),
  businessDay: text().$type<BusinessDay>().notNull(),
})
