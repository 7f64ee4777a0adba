import { beforeEach, expect, test } from 'vitest'
import type { Money } from '../../../contract/values.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number
let customerId: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 100, { price: 100 })
  await t.openShift()
  customerId = await t.customer()
})

const onAccount = (count: number) => t.sell([t.item(tea, count)], { customerId, tender: 'onAccount' })
const collect = (amount: number, over: object = {}, as = shop.client) =>
  as.collections.collect({
    ...{ requestId: shop.rid(), customerId, tenders: [{ tender: 'cash' as const, amount: yuan(amount) }] },
    ...over,
  })
const open = async () => (await shop.client.collections.open({ customerId })).debts.map((debt) => debt.open)
const stateOf = async (documentId: number) => (await shop.client.documents.get({ documentId })).paymentState
const holds = async () =>
  expect((await shop.client.audit.check({})).filter((each) => !each.holds).map(({ name }) => name)).toEqual([])

test('a payment settles the oldest documents first, and they say so', async () => {
  const [first, second] = [await onAccount(1), await onAccount(2)]
  const paid = await collect(150)
  expect(paid).toMatchObject({ kind: 'debtCollection', number: 'RC-20261121-0001', total: 0 })
  expect(paid.related.map(({ number }) => number)).toEqual([first.number, second.number])
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['paid', 'partPaid'])
  expect(await open()).toEqual([yuan(150)])
  expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: yuan(150) })
  await collect(150)
  expect(await stateOf(second.id)).toBe('paid')
  await holds()
})

test('chosen documents are paid as chosen', async () => {
  const [first, second] = [await onAccount(1), await onAccount(2)]
  await collect(200, { allocations: [{ documentId: second.id, amount: yuan(200) }] })
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['onAccount', 'paid'])
  const tooMuch = { allocations: [{ documentId: first.id, amount: yuan(101) }] }
  await expect(collect(101, tooMuch)).rejects.toMatchObject({ code: 'COLLECT_TOO_MUCH' })
  const other = { allocations: [{ documentId: second.id, amount: yuan(1) }] }
  await expect(collect(1, other)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  const less = { allocations: [{ documentId: first.id, amount: yuan(50) }] }
  await expect(collect(60, less)).rejects.toMatchObject({ code: 'TENDERS_DO_NOT_MATCH' })
  await holds()
})

test('no more is taken than is owed', async () => {
  await onAccount(1)
  await expect(collect(100.01)).rejects.toMatchObject({ code: 'COLLECT_TOO_MUCH', data: { most: yuan(100) } })
})

test('a clerk may collect; the drawer has the cash and its change, and the shift tells it apart from sales', async () => {
  await t.sell([t.item(tea, 1)])
  await onAccount(3)
  await collect(
    0,
    {
      tenders: [
        { tender: 'cash', amount: yuan(50), received: yuan(100) },
        { tender: 'wechat', amount: yuan(20) },
      ],
    },
    shop.as('clerk'),
  )
  const shift = await t.count(350)
  expect(shift).toMatchObject({ expected: yuan(350) })
  const { takings } = await shop.client.drawer.report({ shiftId: shift.id })
  expect(takings?.tenders).toEqual([
    { tender: 'cash', count: 1, amount: yuan(100) },
    { tender: 'onAccount', count: 1, amount: yuan(300) },
  ])
  expect(takings?.collected).toEqual([
    { tender: 'cash', count: 1, amount: yuan(50) },
    { tender: 'wechat', count: 1, amount: yuan(20) },
  ])
})

test('goods that come back on account settle their own sale first', async () => {
  const [first, second] = [await onAccount(1), await onAccount(2)]
  const back = { kind: 'linked' as const, originalLineId: second.lines[0]?.id ?? 0, quantity: pieces(1) }
  await t.takeBack([back], { customerId, tender: 'onAccount' })
  expect(await open()).toEqual([yuan(100), yuan(100)])
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['onAccount', 'partPaid'])
  await holds()
})

test('a credit meets the next debt', async () => {
  await t.takeBack([{ kind: 'allowance', title: '补偿', quantity: pieces(1), unitPrice: 300_000 as never }], {
    customerId,
    tender: 'onAccount',
  })
  expect(await open()).toEqual([])
  const sold = await onAccount(1)
  expect(await open()).toEqual([yuan(70)])
  expect(await stateOf(sold.id)).toBe('partPaid')
  await holds()
})

test('the slip says what was settled, and what was owed before and after', async () => {
  const sold = await onAccount(2)
  const paid = await collect(120)
  const slip = await shop.client.documents.paper({ documentId: paid.id, paper: 'collectionSlip' })
  expect(slip).toMatchObject({
    account: { before: yuan(200), after: yuan(80) },
    settled: [{ number: sold.number, amount: yuan(120) }],
  })
  const { rows } = await shop.client.documents.list({ kind: 'debtCollection' })
  expect(rows).toMatchObject([{ total: 0, collected: yuan(120) }])
})

test('an opening balance is brought once, and collected like any debt', async () => {
  const bring = (over: object) => shop.client.customers.openingBalance({ requestId: shop.rid(), customerId, ...over })
  expect(await bring({ owed: yuan(80), storeCredit: yuan(30), points: 500 as Money })).toMatchObject({
    ...{ owed: yuan(80), storeCredit: yuan(30), storedValue: 0, points: 500 },
  })
  await expect(bring({ points: 1 as Money })).rejects.toMatchObject({ code: 'OPENING_BALANCE_EXISTS' })
  expect(await bring({ storedValue: yuan(10) })).toMatchObject({ storedValue: yuan(10) })
  await collect(0, {
    tenders: [
      { tender: 'storeCredit', amount: yuan(30) },
      { tender: 'card', amount: yuan(50) },
    ],
  })
  expect(await shop.client.customers.get({ customerId })).toMatchObject({ owed: 0, storeCredit: 0 })
  await holds()
})

test('open debts are read from indexes of one customer', async () => {
  const plans = await plansOf(shop, () => shop.client.collections.open({ customerId }))
  const used = plans.filter((plan) => plan.includes('account_entries_by_customer'))
  expect(used).toEqual([expect.stringMatching(/debt_allocations_by_customer .*debt_allocations_by_customer/)])
  expect(plans.filter((plan) => /SCAN (debt_allocations|account_entries)/.test(plan))).toEqual([])
})
