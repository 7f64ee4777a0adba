/** What is written on papers, for the host in the language that the owner chose for them, for a screen in its own. */
import type { PaymentTender } from '../../documents.ts'
import type { SensitiveKind } from '../../sensitive.ts'

type Words<W extends string> = Readonly<Record<W, string>>

/** The locales of the screens spread all but `strip` and `report`, so that nothing has two names. */
export interface PaperWords {
  readonly title: Words<'customerReturn' | 'collectionSlip' | 'shiftReport' | 'dayEnd'>
  readonly print: Words<
    | 'number'
    | 'date'
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
  >
  readonly tender: Words<PaymentTender>
  readonly sensitiveKind: Words<SensitiveKind>
  readonly shift: Words<
    | 'number'
    | 'openedBy'
    | 'closedBy'
    | 'float'
    | 'payIn'
    | 'payOut'
    | 'cashDrop'
    | 'expected'
    | 'counted'
    | 'difference'
    | 'cashOver'
    | 'cashShort'
    | 'differenceReason'
    | 'left'
  >
  readonly dayEnd: Words<'done' | 'unpaid' | 'unshipped' | 'negativeStock' | 'incomplete' | 'snapshot' | 'noSnapshot'>
  readonly report: Words<
    | 'sales'
    | 'salesTotal'
    | 'average'
    | 'returns'
    | 'voided'
    | 'discounts'
    | 'roundOff'
    | 'gifts'
    | 'tenders'
    | 'refunds'
    | 'collected'
    | 'cash'
    | 'cashTaken'
    | 'notes'
    | 'droppedAtClose'
    | 'stillOpen'
    | 'parked'
    | 'sensitive'
    | 'businessDay'
    | 'chain'
    | 'signedBy'
    | 'receivedBy'
  >
  readonly strip: Words<
    | 'cashier'
    | 'collected'
    | 'settledDocuments'
    | 'customerSigns'
    | 'note'
    /** 补打 `{count}`. */
    | 'copy'
    | 'testPage'
    | 'ruler'
    | 'rare'
  >
}
