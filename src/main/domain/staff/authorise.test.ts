/** 店长授权: what a clerk may not do is allowed by another's PIN, for that one action. */
import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Permission } from '../../../contract/permissions.ts'
import type { Quantity } from '../../../contract/values.ts'
import type { Connection } from '../../api/call.ts'
import { aShop, clientOf, connectionAs, type TestShop } from '../../testing/a-shop.ts'
import { aBasket, off, trade } from '../../testing/trade.ts'
import { hashPassword } from './passwords.ts'

const PIN = '2468'
let pinHash: string
beforeAll(async () => {
  pinHash = await hashPassword(PIN, randomBytes)
})

type Client = TestShop['client']
let shop: TestShop
let clerk: Client
let clerkId: number
let managerId: number
let skuId: number
beforeEach(async () => {
  shop = aShop()
  ;({ id: clerkId } = await hire('小林', 'clerk'))
  ;({ id: managerId } = await hire('王姐', 'manager'))
  shop.sqlite.prepare('update staff set pin_hash = ? where id in (?, ?)').run(pinHash, clerkId, managerId)
  clerk = shop.clientAs(clerkId)
  skuId = await trade(shop).stocked('TEA-01', 10)
})

const hire = (name: string, role: 'clerk' | 'manager') =>
  shop.client.staff.create({ name, role, password: 'long enough', requestId: shop.rid() })

const writeOff = (quantity = -1_000) => ({
  reason: '报损',
  lines: [{ skuId, quantity: quantity as Quantity }],
})

interface Allowing {
  readonly permission?: Permission
  readonly staffId?: number
  readonly pin?: string
  readonly as?: Client
}

const allow = (
  forRequestId: string,
  { permission = 'stock.adjust', staffId = managerId, pin = PIN, as = clerk }: Allowing = {},
) => as.session.authorize({ requestId: shop.rid(), staffId, pin, permission, forRequestId })

async function refusedFirst(wish: { requestId: string } & ReturnType<typeof writeOff>, as = clerk): Promise<void> {
  const refusal = { code: 'FORBIDDEN', data: { permission: 'stock.adjust' } }
  await expect(as.stock.adjust(wish)).rejects.toMatchObject(refusal)
}

test('what is refused, and then allowed, is done once, and both are named', async () => {
  const wish = { ...writeOff(), requestId: shop.rid() }
  await refusedFirst(wish)
  expect(await clerk.session.approvers({ permission: 'stock.adjust' })).toEqual([{ staffId: managerId, name: '王姐' }])
  expect(await allow(wish.requestId)).toEqual({ approverName: '王姐' })
  const done = await clerk.stock.adjust(wish)
  expect(done.history).toMatchObject([{ name: 'stock.adjust', staffName: '小林', authorisedByName: '王姐' }])
  shop.clock.advance(60 * 60_000)
  expect(await clerk.stock.adjust(wish)).toMatchObject({ id: done.id })
  expect(await shop.client.stock.level({ skuId })).toMatchObject({ onHand: 9_000 })

  const { rows } = await shop.client.audit.list({ limit: 3 })
  expect(rows).toMatchObject([
    {
      name: 'stock.adjust',
      staffName: '小林',
      authorisedByName: '王姐',
      refused: null,
      refs: { authorisedBy: managerId },
    },
    { name: 'session.authorize', staffName: '小林', authorisedByName: '王姐', refused: null },
    { name: 'stock.adjust', staffName: '小林', authorisedByName: null, refused: 'FORBIDDEN' },
  ])
  const checks = await shop.client.audit.check({})
  expect(checks.filter(({ holds }) => !holds)).toEqual([])
  expect(JSON.stringify(shop.rows('select payload from command_payloads'))).not.toContain(PIN)
})

describe('an authorisation', () => {
  let wish: ReturnType<typeof writeOff> & { requestId: string }
  beforeEach(async () => {
    wish = { ...writeOff(), requestId: shop.rid() }
    await refusedFirst(wish)
    await allow(wish.requestId)
  })

  test('is good for no other request', async () => {
    await refusedFirst({ ...wish, requestId: shop.rid() })
  })

  test('is good for nothing but what was refused', async () => {
    await refusedFirst({ ...wish, ...writeOff(-9_000) })
    await clerk.stock.adjust(wish)
    await expect(clerk.stock.adjust({ ...wish, ...writeOff(-9_000) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is good for no other permission', async () => {
    const { requestId } = wish
    const receive = clerk.stock.receive({ requestId, kind: 'goodsReceived', supplier: '', note: '', lines: [] })
    await expect(receive).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'stock.receive' } })
  })

  test('is good for nobody else', async () => {
    await refusedFirst(wish, shop.as('clerk'))
  })

  test('is good on no other device', async () => {
    const elsewhere: Connection = { ...connectionAs(clerkId), device: 'another' }
    await refusedFirst(wish, clientOf(shop.core, elsewhere))
  })

  test('is good for two minutes', async () => {
    shop.clock.advance(2 * 60_000 + 1)
    await refusedFirst(wish)
    shop.clock.advance(-2)
    await clerk.stock.adjust(wish)
  })

  test('is good for no time before it was given', async () => {
    shop.clock.advance(-1)
    await refusedFirst(wish)
  })

  test('leaves the one who asked as they were', async () => {
    await clerk.stock.adjust(wish)
    await refusedFirst({ ...wish, requestId: shop.rid() })
    expect((await clerk.session.current({}))?.permissions).not.toContain('stock.adjust')
  })
})

describe('nobody allows', () => {
  test('with a wrong PIN, and wrong ones slow down', async () => {
    const wish = { ...writeOff(), requestId: shop.rid() }
    await refusedFirst(wish)
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(allow(wish.requestId, { pin: '1111' })).rejects.toMatchObject({ code: 'PIN_WRONG' })
    }
    await expect(allow(wish.requestId)).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED', data: { seconds: 2 } })
    await refusedFirst(wish)
    shop.clock.advance(2_000)
    await allow(wish.requestId)
    await clerk.stock.adjust(wish)
  })

  test('what they may not do themselves, nor without a PIN', async () => {
    const wish = { ...writeOff(), requestId: shop.rid() }
    await refusedFirst(wish)
    const refusal = { code: 'CANNOT_APPROVE', data: { permission: 'stock.adjust' } }
    await expect(allow(wish.requestId, { staffId: clerkId })).rejects.toMatchObject(refusal)
    await expect(allow(wish.requestId, { staffId: shop.owner })).rejects.toMatchObject(refusal)
    await expect(allow(wish.requestId, { staffId: 999 })).rejects.toMatchObject(refusal)
  })

  test('what was not refused, or to someone else, or for want of something else', async () => {
    const wish = { ...writeOff(), requestId: shop.rid() }
    const refusal = { code: 'NOTHING_TO_APPROVE' }
    await expect(allow(wish.requestId)).rejects.toMatchObject(refusal)
    await refusedFirst(wish)
    await expect(allow(wish.requestId, { as: shop.as('clerk') })).rejects.toMatchObject(refusal)
    await expect(allow(wish.requestId, { permission: 'stock.receive' })).rejects.toMatchObject(refusal)
  })
})

test('a sale that needs two permissions is allowed one after the other', async () => {
  const t = trade(shop)
  await t.openShift()
  shop.sqlite.prepare('update skus set floor_price = price').run()
  const requestId = shop.rid()
  const basket = { ...aBasket([t.item(skuId, 1)]), saleDiscount: off(1) }
  const { total } = await clerk.orders.price(basket)
  const tenders = [{ tender: 'wechat' as const, amount: total }]
  const reduced = { ...basket, requestId, note: '', expectedTotal: total, tenders }
  await expect(clerk.orders.sell(reduced)).rejects.toMatchObject({ data: { permission: 'sales.discount' } })
  await allow(requestId, { permission: 'sales.discount' })
  await expect(clerk.orders.sell(reduced)).rejects.toMatchObject({ code: 'PRICE_BELOW_FLOOR' })
  await allow(requestId, { permission: 'sales.belowFloor' })
  const sold = await clerk.orders.sell(reduced)
  expect(sold.history).toMatchObject([{ staffName: '小林', authorisedByName: '王姐' }])
})
