import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

test('shifts are listed without reading a payment: the index knows tender and amount', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, async () => {
    await trade(shop).openShift()
    await shop.client.drawer.list({})
  })
  expect(plans.filter((plan) => plan.includes('payments_by_shift'))).toEqual([
    'SEARCH payments USING INDEX payments_by_document (document_id=?) | LIST SUBQUERY 1 | SEARCH credit USING INDEX payments_by_shift (shift_id=? AND tender=? AND amount<?)', // debts collected
    'SEARCH payments USING COVERING INDEX payments_by_shift (shift_id=?)', // by tender
    'SEARCH payments USING COVERING INDEX payments_by_shift (shift_id=? AND tender=?)', // what is in the drawer
  ])
  expect(plans).toContain('SEARCH shifts USING INTEGER PRIMARY KEY (rowid<?)')
})

test('an account is read from its own index, newest first', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, async () => {
    const customerId = await trade(shop).customer()
    await shop.client.customers.account({ customerId })
  })
  expect(plans.filter((plan) => plan.includes('account_entries'))).toEqual([
    'SEARCH account_entries USING INDEX account_entries_by_customer (customer_id=? AND id<?)',
  ])
})
