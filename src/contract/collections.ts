/** 收欠款: a customer pays what was owed, against chosen documents or the oldest. */
import { z } from 'zod'
import { documentKind, documentView, tender } from './documents.ts'
import { refusals } from './errors.ts'
import { command, query } from './procedure.ts'
import { businessDay, id, money, optionalText, positiveMoney, requestId } from './values.ts'

export const openDebt = z.object({
  documentId: id,
  number: z.string(),
  kind: documentKind,
  businessDay,
  /** What was put on account by it. */
  total: money,
  /** What of that has not been settled. */
  open: money,
})
export type OpenDebt = z.infer<typeof openDebt>

export const collections = {
  /** What a customer still owes, document by document, the oldest first. */
  open: query('collections.open', { access: 'sales.collectDebt' })
    .route({ method: 'GET', path: '/customers/{customerId}/debts' })
    .input(z.object({ customerId: id }))
    .output(z.object({ owed: money, debts: z.array(openDebt) }))
    .errors(refusals('CUSTOMER_NOT_FOUND')),
  collect: command('collections.collect', { access: 'sales.collectDebt' })
    .route({ method: 'POST', path: '/customers/{customerId}/debts' })
    .input(
      z.object({
        requestId,
        customerId: id,
        tenders: z
          .array(
            z.object({
              tender: tender.exclude(['onAccount']),
              amount: positiveMoney.min(1),
              /** What was handed over in cash; the change is the rest. */
              received: positiveMoney.optional(),
            }),
          )
          .min(1)
          .max(10),
        /** Which documents are paid, and how much of each; the oldest first when absent. */
        allocations: z
          .array(z.object({ documentId: id, amount: positiveMoney.min(1) }))
          .max(500)
          .optional(),
        note: optionalText(200).default(''),
      }),
    )
    .output(documentView)
    .errors(
      refusals(
        'CUSTOMER_NOT_FOUND',
        'DOCUMENT_NOT_FOUND',
        'COLLECT_TOO_MUCH',
        'TENDERS_DO_NOT_MATCH',
        'CHANGE_ONLY_FROM_CASH',
        'NO_OPEN_SHIFT',
        'CLOCK_WENT_BACK',
        'SHIFT_OF_YESTERDAY',
        'STORE_CREDIT_SHORT',
        'AMOUNT_TOO_LARGE',
      ),
    ),
}
