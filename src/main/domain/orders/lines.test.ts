import { beforeEach, describe, expect, test } from 'vitest'
import type { BasketLine } from '../../../contract/orders.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { aBasket, at, off, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
let ham: number

beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  ham = await t.stocked('HAM', 10, { price: 59.9 })
  await t.openShift()
})

const quick = (over: object = {}): BasketLine => ({
  kind: 'quick',
  title: '修拉链',
  quantity: pieces(2),
  unitPrice: at(15),
  ...over,
})

describe('goods without a code', () => {
  test('are sold by name and price, and keep no stock', async () => {
    const sold = await t.sell([quick(), t.item(ham, 1)], { as: shop.as('clerk') })
    expect(sold).toMatchObject({ total: yuan(89.9) })
    expect(sold.lines[0]).toMatchObject({ kind: 'service', skuId: null, title: '修拉链', code: '', amount: yuan(30) })
    expect(shop.rows('select * from stock_movements where line_id = ?', sold.lines[0]?.id)).toEqual([])
  })

  test('are sold in a shop that has no product yet', async () => {
    const empty = aShop()
    const first = trade(empty)
    await first.openShift()
    expect((await empty.client.products.list({})).rows).toEqual([])
    const sold = await first.sell([quick({ title: '无码商品', quantity: pieces(1) })], { as: empty.as('clerk') })
    expect(sold).toMatchObject({ number: 'SO-20261121-0001', total: yuan(15), paymentState: 'paid' })
    expect((await empty.client.audit.check({})).filter(({ holds }) => !holds)).toEqual([])
  })

  test('are reduced, given away and taken back like any other', async () => {
    const sold = await t.sell([quick({ discount: off(3) }), quick({ gift: { reason: '老顾客' } })])
    expect(sold).toMatchObject({ total: yuan(27), discountTotal: yuan(33) })
    const line = { kind: 'linked' as const, originalLineId: sold.lines[0]?.id ?? 0, quantity: pieces(2) }
    expect(await t.takeBack([line])).toMatchObject({ total: yuan(-27), cost: 0 })
  })
})

describe('a scale’s label', () => {
  const labelled = (quantity: number, labelAmount: number) => t.item(ham, quantity, { labelAmount: yuan(labelAmount) })

  test('is what the line comes to, at the list price where only rounding differs', async () => {
    const sold = await t.sell([labelled(0.333, 19.9)], { as: shop.as('clerk') })
    expect(sold).toMatchObject({ total: yuan(19.9) })
    expect(sold.lines[0]).toMatchObject({ unitPrice: at(59.9), priceFrom: 'list', gross: 1_995, lineDiscount: 5 })
  })

  test('with another price in it is a typed price', async () => {
    const cheap = [labelled(0.333, 10)]
    await expect(t.sell(cheap, { as: shop.as('clerk') })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const sold = await t.sell(cheap)
    expect(sold.lines[0]).toMatchObject({ unitPrice: at(30.03), priceFrom: 'typed', amount: yuan(10) })
  })

  test('gives no way round the price, whatever price is said beside it', async () => {
    const line = { ...labelled(0.333, 10), unitPrice: at(59.9) }
    await expect(t.sell([line as BasketLine], { as: shop.as('clerk') })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('who served', () => {
  const staffNamed = (name: string) =>
    shop.client.staff.create({ requestId: shop.rid(), name, role: 'clerk', password: 'a long password' })

  test('stands on the document, on a line of another, and on what comes back', async () => {
    const [lin, wang] = [await staffNamed('小林'), await staffNamed('小王')]
    expect((await shop.client.staff.sellers({})).map(({ name }) => name)).toEqual(['店主', '小林', '小王'])
    const lines = [t.item(ham, 1), t.item(ham, 1, { salespersonId: wang.id })]
    const sold = await t.sell(lines, { salespersonId: lin.id })
    expect(sold).toMatchObject({
      salespersonId: lin.id,
      salespersonName: '小林',
      lines: [
        { salespersonId: null, salespersonName: '' },
        { salespersonId: wang.id, salespersonName: '小王' },
      ],
    })
    const asked = sold.lines.map(({ id, quantity }) => ({ kind: 'linked' as const, originalLineId: id, quantity }))
    const back = await t.takeBack(asked)
    expect(back.lines.map(({ salespersonName }) => salespersonName)).toEqual(['小林', '小王'])
  })

  test('works here', async () => {
    const lin = await staffNamed('小林')
    const { id: staffId, name, role } = lin
    await shop.client.staff.update({ requestId: shop.rid(), staffId, name, role, archived: true })
    expect((await shop.client.staff.sellers({})).map(({ name: each }) => each)).toEqual(['店主'])
    for (const salespersonId of [lin.id, 999_999]) {
      await expect(t.sell([t.item(ham, 1)], { salespersonId })).rejects.toMatchObject({ code: 'STAFF_NOT_FOUND' })
    }
  })
})

test('a basket says where each price came from', async () => {
  const lines = [t.item(ham, 1), t.item(ham, 1, { unitPrice: at(50) }), quick()]
  const { lines: priced } = await shop.client.orders.price(aBasket(lines))
  expect(priced.map(({ priceFrom }) => priceFrom)).toEqual(['list', 'typed', 'typed'])
})
