import { expect, test } from 'vitest'
import { DOCUMENT_KINDS, PAYMENT_STATES } from '../../../contract/documents.ts'
import type { BusinessDay } from '../../../contract/values.ts'
import { aShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade } from '../../testing/trade.ts'

const [kind] = DOCUMENT_KINDS
const [payment] = PAYMENT_STATES
const from = '2026-11-01' as BusinessDay
const to = '2026-11-30' as BusinessDay
const after = '2026-11-21:1'

const choices = <T>(value: T) => [undefined, value]

async function plansOfLists(given: { search?: string; customerId?: number }): Promise<string[]> {
  const shop = aShop()
  const t = trade(shop)
  await t.customer({ name: '茶友 001' })
  const plans = await plansOf(shop, async () => {
    for (const filter of [...choices({ kind }), { payment }, { kind, payment }])
      for (const days of [...choices({ from }), { to }, { from, to }])
        for (const page of choices({ after }))
          await shop.client.documents.list({ ...given, ...filter, ...days, ...page })
  })
  return plans.filter(
    (plan) => !/staff|customer_search|customers|channel_number|documents USING COVERING INDEX sqlite/.test(plan),
  )
}

test('every filter of the list of documents reads an index in order and stops at the page', async () => {
  const plans = await plansOfLists({})
  expect(plans).toHaveLength(32)
  for (const plan of plans)
    expect(plan).toMatch(/^(SEARCH|SCAN) documents USING INDEX documents_by_(day|kind|payment|kind_payment)\b[^|]*$/)
  expect(plans.filter((plan) => plan.includes('documents_by_kind_payment'))).toHaveLength(8)
  expect(plans.filter((plan) => plan.startsWith('SCAN'))).toEqual(['SCAN documents USING INDEX documents_by_day'])
})

test('the documents of customers come from each customer’s own first page, whatever the filter', async () => {
  const plans = [...(await plansOfLists({ customerId: 1 })), ...(await plansOfLists({ search: '茶友' }))]
  expect(plans).toHaveLength(64)
  for (const plan of plans) {
    expect(plan).toContain('SEARCH own USING COVERING INDEX documents_by_customer')
    expect(plan).toContain('SEARCH documents USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plan.split('TEMP B-TREE')).toHaveLength(2) // the merged first pages
  }
})

test('what is not simply done, and what is not paid, is read from its own index and stops at the page', async () => {
  const shop = aShop()
  const t = trade(shop)
  await t.customer({ name: '茶友 001' })
  const ofState = await plansOf(shop, async () => {
    for (const more of [{}, { kind }, { payment }, { payment: 'owing' as const }, { kind, payment, from, to, after }])
      await shop.client.documents.list({ state: 'confirmed', ...more })
  })
  const listed = (plans: readonly string[]) => plans.filter((plan) => plan.includes('documents'))
  expect(listed(ofState)).toHaveLength(5)
  for (const plan of listed(ofState))
    expect(plan).toMatch(/^SEARCH documents USING INDEX documents_by_state \(state=\?[^|]*$/)
  const owing = await plansOf(shop, async () => {
    for (const more of [{}, { kind }, { from, to }, { kind, from, to, after }])
      await shop.client.documents.list({ payment: 'owing', ...more })
  })
  expect(listed(owing)).toHaveLength(4)
  for (const plan of listed(owing)) {
    expect(plan).toMatch(/SEARCH own USING COVERING INDEX documents_by_(payment|kind_payment) /)
    expect(plan.split('TEMP B-TREE')).toHaveLength(2) // the merged first pages
  }
})

test('documents found by number are read one by one', async () => {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 5)
  await t.openShift()
  await t.sell([t.item(tea, 1)])
  const plans = await plansOf(shop, async () => {
    for (const filter of [{}, { kind }, { payment }, { kind, payment, from, to, after, customerId: 1 }])
      await shop.client.documents.list({ search: 'SO-2026', ...filter })
  })
  expect(
    plans.filter((plan) =>
      /SEARCH documents USING COVERING INDEX sqlite_autoindex_documents_2 \(number>\? AND number<\?\)$/.test(plan),
    ),
  ).toHaveLength(1)
  const lists = plans.filter((plan) => plan.includes('wanted'))
  expect(lists).toHaveLength(4)
  for (const plan of lists) expect(plan).toContain('SEARCH documents USING INTEGER PRIMARY KEY (rowid=?)')
})

test('a document with all that belongs to it is looked up, never searched', async () => {
  const shop = aShop()
  const t = trade(shop)
  const tea = await t.stocked('TEA-01', 5)
  await t.openShift()
  const { id } = await t.sell([t.item(tea, 1)])
  const plans = await plansOf(shop, async () => {
    await shop.client.documents.get({ documentId: id })
    await shop.client.documents.paper({ documentId: id, paper: 'receipt' })
    await shop.client.returns.price({ customerId: null, lines: [] })
  })
  for (const plan of plans) expect(plan).not.toMatch(/SCAN (?!json_each)/)
})
