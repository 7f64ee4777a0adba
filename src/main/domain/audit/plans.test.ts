import { expect, test } from 'vitest'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'

test('the audit line is read newest or oldest first, of all or of one person, and cut at the page', async () => {
  const shop = aShop()
  const plans = await plansOf(shop, async () => {
    await shop.client.audit.list({})
    await shop.client.audit.list({ staffId: shop.owner, after: '9' })
    await shop.client.audit.list({ order: 'asc' })
    await shop.client.audit.list({ staffId: shop.owner, after: '9', order: 'asc' })
  })
  const lists = plans.filter((plan) => plan.includes('SEARCH documents'))
  expect(lists).toHaveLength(4)
  expect(lists[0]).toMatch(/^SEARCH commands USING INTEGER PRIMARY KEY \(rowid<\?\)/)
  expect(lists[1]).toMatch(/^SEARCH commands USING INDEX commands_by_actor \(actor=\? AND seq<\?\)/)
  expect(lists[2]).toMatch(/^SEARCH commands USING INTEGER PRIMARY KEY \(rowid>\?\)/)
  expect(lists[3]).toMatch(/^SEARCH commands USING INDEX commands_by_actor \(actor=\? AND seq>\?\)/)
  for (const plan of lists) expect(plan).not.toMatch(/TEMP B-TREE|SCAN (?!json_each)/)
})
