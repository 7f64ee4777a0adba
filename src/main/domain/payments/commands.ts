/** Money in and out: payments against a document, and what goes on a customer's account. */
import { sql } from 'drizzle-orm'
import type { PaymentState, PaymentTender } from '../../../contract/documents.ts'
import { add, MOST_AMOUNT, negate, subtract, sum, ZERO, type Id, type Money } from '../../../contract/values.ts'
import type { WriteDb } from '../../database/connection.ts'
import { insertInto, prepared } from '../../database/prepared.ts'
import { actingStaff, mustHave, type CommandContext } from '../context.ts'
import { shiftForMoney } from '../drawer/queries.ts'
import { refuse } from '../errors.ts'
import { moveBalance } from './balance-commands.ts'
import { settleDebts, type Allocation } from './debt-commands.ts'
import { owedNow } from './queries.ts'
import { accountEntries, customerAccounts, payments } from './tables.ts'

/** One tender of a document, signed as the shop's income: a refund is negative. */
export interface Settlement {
  readonly tender: PaymentTender
  readonly amount: Money
  readonly received: Money
  readonly change: Money
}

export interface Debtor {
  readonly id: Id
  readonly creditLimit: Money | null
}

const insertPayment = insertInto(payments)
const insertEntry = insertInto(accountEntries)
const statements = prepared((db: WriteDb) => ({
  saveOwed: db
    .insert(customerAccounts)
    .values({ customerId: sql.placeholder('customerId'), owed: sql.placeholder('owed') })
    .onConflictDoUpdate({ target: customerAccounts.customerId, set: { owed: sql`excluded.owed` } })
    .prepare(),
}))

export interface TenderOfSale {
  readonly tender: PaymentTender
  readonly amount: Money
  readonly received?: Money | undefined
}

/** Tenders must come to exactly what is due; only cash gives change. */
export function settleSale(due: Money, tenders: readonly TenderOfSale[]): Settlement[] {
  matchDue(due, tenders)
  return tenders.map(({ tender, amount, received = amount }) => {
    if (received < amount) refuse('TENDERS_DO_NOT_MATCH', { due: amount, tendered: received })
    if (received > amount && tender !== 'cash') refuse('CHANGE_ONLY_FROM_CASH')
    return { tender, amount, received, change: subtract(received, amount) }
  })
}

/** @param due what is given back, as a positive sum */
export function settleRefund(due: Money, tenders: readonly Pick<TenderOfSale, 'tender' | 'amount'>[]): Settlement[] {
  matchDue(due, tenders)
  return tenders.map(({ tender, amount }) => ({
    tender,
    amount: negate(amount),
    received: negate(amount),
    change: ZERO,
  }))
}

function matchDue(due: Money, tenders: readonly Pick<TenderOfSale, 'amount'>[]): void {
  const tendered = sum(tenders.map(({ amount }) => amount))
  if (tendered !== due) refuse('TENDERS_DO_NOT_MATCH', { due, tendered })
}

/** What a settled document is called: paid, partly or wholly on account, or refunded. */
export function paymentStateOf(settlements: readonly Settlement[], kind: 'sale' | 'refund'): PaymentState {
  if (kind === 'refund') return 'refunded'
  const onAccount = settlements.filter(({ tender, amount }) => tender === 'onAccount' && amount !== 0)
  if (onAccount.length === 0) return 'paid'
  const paidNow = settlements.some(({ tender, amount }) => tender !== 'onAccount' && amount !== 0)
  return paidNow ? 'partPaid' : 'onAccount'
}

/**
 * Books the tenders of a document: cash into the open shift, the rest of it on the customer's account.
 * @param settles the debts that what goes off the account pays first; the rest of it pays the oldest
 */
export function takePayments(
  ctx: CommandContext,
  documentId: Id,
  settlements: readonly Settlement[],
  debtor: Debtor | null,
  settles: readonly Allocation[] = [],
): void {
  const shiftId = shiftForMoney(ctx)
  const staffId = actingStaff(ctx)
  for (const settlement of settlements) {
    if (settlement.amount === 0) continue
    if (settlement.tender === 'cash' && shiftId === null) refuse('NO_OPEN_SHIFT')
    const at = { recordedAt: ctx.now, businessDay: ctx.businessDay }
    insertPayment(ctx.db, { ...settlement, ...at, documentId, shiftId, staffId })
    if (settlement.tender === 'onAccount') putOnAccount(ctx, documentId, settlement.amount, debtor)
    if (settlement.tender === 'storeCredit') moveStoreCredit(ctx, documentId, settlement.amount, debtor)
  }
  const booked = settlements.filter(({ tender, amount }) => tender === 'onAccount' && amount !== 0)
  if (!debtor || booked.length === 0) return
  const amount = sum(booked.map((settlement) => settlement.amount))
  settleDebts(ctx, { customerId: debtor.id, documentId, amount, settles })
}

/** Paying with it takes from it, refunding to it adds. */
function moveStoreCredit(ctx: CommandContext, documentId: Id, amount: Money, debtor: Debtor | null): void {
  if (!debtor) refuse('STORE_CREDIT_NEEDS_CUSTOMER')
  moveBalance(ctx, { customerId: debtor.id, account: 'storeCredit', documentId, amount: negate(amount) })
}

function putOnAccount(ctx: CommandContext, documentId: Id, amount: Money, debtor: Debtor | null): void {
  if (!debtor) refuse('ON_ACCOUNT_NEEDS_CUSTOMER')
  if (amount > 0) mustHave(ctx, 'sales.onAccount')
  const owed = add(owedNow(ctx.db, debtor.id), amount)
  const { creditLimit } = debtor
  if (amount > 0 && creditLimit !== null && owed > creditLimit) {
    refuse('CREDIT_LIMIT_EXCEEDED', { owed, limit: creditLimit })
  }
  enterOwed(ctx, { customerId: debtor.id, documentId, amount })
}

/** The account itself: an entry, and what is owed after it. */
function enterOwed(
  ctx: CommandContext,
  { customerId, documentId, amount }: { readonly customerId: Id; readonly documentId: Id; readonly amount: Money },
): void {
  const owed = add(owedNow(ctx.db, customerId), amount)
  if (Math.abs(owed) > MOST_AMOUNT) refuse('AMOUNT_TOO_LARGE')
  const at = { recordedAt: ctx.now, businessDay: ctx.businessDay }
  insertEntry(ctx.db, { customerId, documentId, amount, owedAfter: owed, ...at })
  statements(ctx.db).saveOwed.run({ customerId, owed })
}

/** What a customer brings from before, balanced by the tender `opening`: nobody pays it now, and no limit holds for it. */
export function openBalances(
  ctx: CommandContext,
  documentId: Id,
  { customerId, owed, storeCredit }: { readonly customerId: Id; readonly owed: Money; readonly storeCredit: Money },
): void {
  const paid = {
    documentId,
    shiftId: null,
    staffId: actingStaff(ctx),
    recordedAt: ctx.now,
    businessDay: ctx.businessDay,
  }
  const book = (tender: PaymentTender, amount: Money) => {
    if (amount !== 0) insertPayment(ctx.db, { ...paid, tender, amount, received: amount, change: ZERO })
  }
  book('onAccount', owed)
  book('storeCredit', negate(storeCredit))
  book('opening', subtract(storeCredit, owed))
  if (owed !== 0) enterOwed(ctx, { customerId, documentId, amount: owed })
  if (storeCredit !== 0) moveBalance(ctx, { customerId, account: 'storeCredit', documentId, amount: storeCredit })
  if (owed !== 0) settleDebts(ctx, { customerId, documentId, amount: owed, settles: [] })
}
