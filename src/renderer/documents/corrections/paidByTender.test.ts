import { expect, test } from 'vitest'
import type { DocumentView } from '../../../contract/documents.ts'
import { paidByTender, tendersFor } from './paidByTender.ts'

const paid = (...payments: [string, number][]) => ({
  payments: payments.map(([tender, amount]) => ({ tender, amount })) as DocumentView['payments'],
})

test('what was corrected counts no more, and the largest tender comes first', () => {
  const payments = paid(['cash', 500], ['cash', -500], ['wechat', 500], ['card', 900], ['exchange', 100])
  expect(paidByTender(payments)).toEqual([
    { tender: 'card', amount: 900 },
    { tender: 'wechat', amount: 500 },
  ])
})

test('a walk-in customer pays neither on account nor with store credit', () => {
  expect(tendersFor({ customerId: null })).not.toContain('onAccount')
  expect(tendersFor({ customerId: null })).not.toContain('storeCredit')
  expect(tendersFor({ customerId: 1 })).toContain('storeCredit')
})
