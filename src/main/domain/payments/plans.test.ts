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
    'SEARCH payments USING COVERING INDEX payments_by_shift (shift_id=? AND tender=?)', // what is in the drawer
  ])
  expect(plans).toContain('SEARCH shifts USING INTEGER PRIMARY KEY (rowid<?)')
})

test('what a shift took is read by its own payments, each with its document', async () => {
  const shop = aShop()
  const t = trade(shop)
  const { id } = await t.openShift()
  await t.closeShift(0, { reason: '空' })
  const plans = await plansOf(shop, () => shop.client.drawer.report({ shiftId: id }))
  expect(plans.filter((plan) => plan.includes('payments_by_shift'))).toEqual([
    'CO-ROUTINE of_document | SEARCH payments USING INDEX payments_by_shift (shift_id=?) | SEARCH documents USING INTEGER PRIMARY KEY (rowid=?) | USE TEMP B-TREE FOR GROUP BY | SCAN of_document | USE TEMP B-TREE FOR GROUP BY',
  ])
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
