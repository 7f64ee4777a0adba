import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'

test('every filter of the list is read from an index in order, merged and cut at the page', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, async () => {
    for (const search of ['', 'x', '1234'])
      for (const owing of [false, true])
        for (const archived of [false, true]) await shop.client.customers.list({ search, owing, archived })
  })
  const lists = plans.filter((plan) => plan.includes('listed'))
  expect(lists).toHaveLength(8)
  for (const plan of lists) {
    expect(plan).not.toMatch(/SCAN (?!customer_search VIRTUAL|listed)/)
    expect(plan.split('TEMP B-TREE')).toHaveLength(2) // the page itself
  }
  expect(lists.filter((plan) => plan.includes('customer_accounts_owing'))).toHaveLength(4)
  expect(lists.filter((plan) => plan.includes('customers_archived'))).toHaveLength(4)
})
