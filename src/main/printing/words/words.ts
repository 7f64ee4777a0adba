/** What is written on papers, in the language that the owner chose for them. */
import type { Tender } from '../../../contract/documents.ts'

/** Balance documents against each other; a paper names them like a tender. */
type BalancingTender = 'storeCredit' | 'exchange' | 'opening'

type PlainWord =
  | 'number'
  | 'date'
  | 'cashier'
  | 'customer'
  | 'quantity'
  | 'price'
  | 'amount'
  | 'subtotal'
  | 'discount'
  | 'roundOff'
  | 'tax'
  | 'taxWithin'
  | 'due'
  | 'refund'
  | 'change'
  | 'owedBefore'
  | 'owedAfter'
  | 'collected'
  | 'settledDocuments'
  | 'customerSigns'

/** As the templates of the screens say them; a test holds both together. */
export interface PaperWords extends Readonly<Record<PlainWord, string>> {
  readonly customerReturn: string
  readonly collectionSlip: string
  readonly note: string
  readonly tender: Readonly<Record<Tender | BalancingTender, string>>
  readonly copy: (count: number) => string
  readonly testPage: string
  readonly ruler: string
  readonly rare: string
}
