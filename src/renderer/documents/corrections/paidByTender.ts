import { TENDERS } from '../../../contract/documents.ts'
import type { DocumentView, Tender } from '../../../contract/documents.ts'

type Paid = Pick<DocumentView, 'payments' | 'customerId'>

/** What each tender pays of a document, corrections counted; the largest first. */
export function paidByTender({ payments }: Pick<Paid, 'payments'>): { tender: Tender; amount: number }[] {
  const paidBy = (wanted: Tender) =>
    payments.reduce((sum, { tender, amount }) => (tender === wanted ? sum + amount : sum), 0)
  return TENDERS.map((tender) => ({ tender, amount: paidBy(tender) }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
}

/** The tenders that a document may be paid with: a walk-in customer has no account and no credit. */
export const tendersFor = ({ customerId }: Pick<Paid, 'customerId'>): readonly Tender[] =>
  TENDERS.filter((tender) => customerId !== null || (tender !== 'onAccount' && tender !== 'storeCredit'))
