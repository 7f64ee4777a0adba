/** What pays a debt: collections, returns on account and voided sales, kept as settlements between documents. */
import type { Id, Money } from '../../../contract/values.ts'
import { insertInto } from '../../database/prepared.ts'
import type { CommandContext } from '../context.ts'
import { setDebtState } from '../documents/state-commands.ts'
import { debtOf, debtsOf } from './debt-queries.ts'
import { matched, type Match } from './debts-queries.ts'
import { owedNow } from './queries.ts'
import { debtAllocations } from './tables.ts'

const insertAllocation = insertInto(debtAllocations)

export interface Allocation {
  readonly documentId: Id
  readonly amount: Money
}

interface Settling {
  readonly customerId: Id
  readonly documentId: Id
  /** What it just put on account; below zero it has a credit to settle with. */
  readonly amount: Money
  /** What this document pays first. */
  readonly settles: readonly Allocation[]
}

/** Settles what was chosen, then lets what is left meet the oldest; what documents say of their payment follows. */
export function settleDebts(ctx: CommandContext, { customerId, documentId, amount, settles }: Settling): void {
  for (const { documentId: settledId, amount } of settles) {
    settle(ctx, customerId, { settlingId: documentId, settledId, amount })
  }
  const mayHaveCredit = amount < 0 || owedNow(ctx.db, customerId) < amount
  if (mayHaveCredit) for (const match of matched(debtsOf(ctx.db, customerId))) settle(ctx, customerId, match)
  followDebt(ctx, documentId)
}

function settle(ctx: CommandContext, customerId: Id, match: Match): void {
  insertAllocation(ctx.db, { ...match, customerId, recordedAt: ctx.now, businessDay: ctx.businessDay })
  followDebt(ctx, match.settledId)
}

const followDebt = (ctx: CommandContext, documentId: Id) => setDebtState(ctx, debtOf(ctx.db, documentId))
