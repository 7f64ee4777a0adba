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
  const lists = plans.filter((plan) => plan.includes('listed') && plan.includes('SEARCH customers'))
  expect(lists).toHaveLength(8)
  for (const plan of lists) {
    expect(plan).not.toMatch(/SCAN (?!customer_search VIRTUAL|listed)/)
  }
  expect(lists.filter((plan) => plan.includes('customer_accounts_owing'))).toHaveLength(4)
  expect(lists.filter((plan) => plan.includes('customers_archived'))).toHaveLength(4)
})

test('what a file of customers says more of each is looked up by index', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, () => shop.client.customers.list({ withParticulars: true }))
  const more = plans.filter((plan) => /customer_tiers|customer_balances/.test(plan))
  expect(more).toHaveLength(3) // of one customer too, which is prepared with them
  for (const plan of more) expect(plan).not.toMatch(/SCAN (?!json_each)/)
})

test('customers by name are read along its index, and only those who owe, or are found, are sorted', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, async () => {
    for (const order of ['asc', 'desc'] as const)
      for (const after of [undefined, '1:a'])
        for (const archived of [false, true]) {
          await shop.client.customers.list({ sort: 'name', order, after, archived })
          await shop.client.customers.list({ sort: 'name', order, after, archived, owing: true })
        }
  })
  const lists = plans.filter((plan) => plan.includes('listed') && plan.includes('SEARCH customers'))
  expect(lists).toHaveLength(16)
  const all = lists.filter((plan) => plan.includes('customers_by_sort_name'))
  expect(all).toHaveLength(8)
  for (const plan of all) expect(plan).not.toContain('TEMP B-TREE')
  for (const plan of lists.filter((one) => !all.includes(one))) expect(plan).toContain('customer_accounts_owing')
})
