import { beforeEach, expect, test } from 'vitest'
import { A_MORNING, aShop, type TestShop } from '../../testing/a-shop.ts'
import { plansOf } from '../../testing/plans.ts'
import { trade, yuan } from '../../testing/trade.ts'

const HOUR = 3_600_000
let shop: TestShop
let t: ReturnType<typeof trade>
let tea: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  tea = await t.stocked('TEA-01', 10)
  await t.openShift()
})

const sell = () => t.sell([t.item(tea, 1)])
const confirm = (as = shop.client) => as.settings.confirmClock({ requestId: shop.rid() })

test('a clock that went back stops sales and returns, and says when the last document was', async () => {
  const sold = await sell()
  shop.clock.advance(-HOUR)
  const refusal = { code: 'CLOCK_WENT_BACK', data: { last: A_MORNING } }
  await expect(sell()).rejects.toMatchObject(refusal)
  const line = { kind: 'linked' as const, originalLineId: sold.lines[0]?.id ?? 0, quantity: sold.lines[0]?.quantity }
  await expect(t.takeBack([line as never])).rejects.toMatchObject(refusal)
  shop.clock.advance(HOUR)
  await sell()
})

test('it stops whatever else moves money', async () => {
  const customerId = await t.customer()
  const { id: documentId } = await t.sell([t.item(tea, 1)], { customerId, tender: 'onAccount' })
  shop.clock.advance(-HOUR)
  const { collections, corrections } = shop.client
  const [amount, reason] = [yuan(1), '试一试']
  const asked = [
    collections.collect({ requestId: shop.rid(), customerId, tenders: [{ tender: 'cash', amount }] }),
    corrections.correctTender({ requestId: shop.rid(), documentId, from: 'onAccount', to: 'cash', amount, reason }),
    corrections.voidSale({ requestId: shop.rid(), documentId, reason }),
  ]
  for (const each of asked) await expect(each).rejects.toMatchObject({ code: 'CLOCK_WENT_BACK' })
})

test('a clock that is set right by seconds stops nothing', async () => {
  await sell()
  shop.clock.advance(-60_000)
  await sell()
})

test('whoever may edit the settings confirms it once, until it jumps again', async () => {
  await sell()
  shop.clock.advance(-HOUR)
  await expect(confirm(shop.as('clerk'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await confirm()
  await sell()
  shop.clock.advance(1_000)
  await sell()
  shop.clock.advance(-HOUR)
  await expect(sell()).rejects.toMatchObject({ code: 'CLOCK_WENT_BACK' })
  expect(shop.rows('select kind, staff_id from sensitive_actions')).toEqual([
    { kind: 'clockConfirmed', staff_id: shop.owner },
  ])
})

test('a confirmation does not hold for a clock that jumps once more before a sale', async () => {
  await sell()
  shop.clock.advance(-HOUR)
  await confirm()
  shop.clock.advance(-HOUR)
  await expect(sell()).rejects.toMatchObject({ code: 'CLOCK_WENT_BACK' })
})

test('whether it was confirmed is read from an index', async () => {
  await sell()
  shop.clock.advance(-HOUR)
  const plans = await plansOf(shop, () => expect(sell()).rejects.toMatchObject({ code: 'CLOCK_WENT_BACK' }))
  expect(plans.filter((plan) => plan.includes('sensitive_actions') && plan.includes('document_id'))).toEqual([
    expect.stringContaining('USING INDEX sensitive_actions_clock'),
  ])
})

test('a clock that is right needs no confirmation', async () => {
  await sell()
  await confirm()
  expect(shop.rows('select * from sensitive_actions')).toEqual([])
})
