/** Which credit settles which debt. */
import type { Id, Money } from '../../../contract/values.ts'
import type { Debt } from './debt-queries.ts'

/** One document's credit, used for another's debt. */
export interface Match {
  readonly settlingId: Id
  readonly settledId: Id
  readonly amount: Money
}

/** Credits meet debts, the oldest first, until only one kind is left. */
export function matched(debts: readonly Debt[]): Match[] {
  const credits = debts.filter(({ open }) => open < 0).map(({ documentId, open }) => ({ documentId, left: 0 - open }))
  const matches: Match[] = []
  for (const debt of debts.filter(({ open }) => open > 0)) {
    let { open }: { open: number } = debt
    for (const credit of credits) {
      const amount = Math.min(open, credit.left)
      if (amount === 0) continue
      matches.push({ settlingId: credit.documentId, settledId: debt.documentId, amount: amount as Money })
      credit.left -= amount
      open -= amount
    }
  }
  return matches
}

/** What is open once all credits have met their debts: what may be collected, the oldest first. */
export function collectable(debts: readonly Debt[]): Debt[] {
  const settled = new Map<Id, number>()
  for (const { settledId, amount } of matched(debts)) settled.set(settledId, (settled.get(settledId) ?? 0) + amount)
  return debts
    .map((debt) => ({ ...debt, open: (debt.open - (settled.get(debt.documentId) ?? 0)) as Money }))
    .filter(({ open }) => open > 0)
}
