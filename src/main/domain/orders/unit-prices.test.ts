import { beforeEach, expect, test } from 'vitest'
import type { ProductInput } from '../../../contract/products.ts'
import { aShop, type TestShop } from '../../testing/a-shop.ts'
import { aBasket, at, pieces, trade, yuan } from '../../testing/trade.ts'

let shop: TestShop
let t: ReturnType<typeof trade>
beforeEach(async () => {
  shop = aShop()
  t = trade(shop)
  await t.openShift()
})

const sku = { code: 'WATER', variant: '', price: at(3.5), floorPrice: at(3.2), barcodes: [], archived: false }
const water = (unit: Partial<ProductInput['units'][number]> = {}, over: object = {}) =>
  t.product({
    ...{ code: 'WATER', title: '矿泉水', baseUnit: '瓶' },
    units: [{ name: '箱', factor: pieces(12), price: at(40), ...unit }],
    skus: [{ ...sku, ...over }],
  })

test('a line in a larger unit costs what that unit costs, and takes its bottles out of stock', async () => {
  const { skus } = await water()
  const skuId = skus[0]?.id ?? 0
  const sold = await t.sell([t.item(skuId, 2, { unit: '箱' }), t.item(skuId, 3)])
  expect(sold.lines).toMatchObject([
    { unit: '箱', unitPrice: at(40), priceFrom: 'list', amount: yuan(80) },
    { unit: '瓶', unitPrice: at(3.5), priceFrom: 'list', amount: yuan(10.5) },
  ])
  expect(await t.level(skuId)).toMatchObject({ onHand: pieces(-27) })
})

test('the floor price counts for each bottle, whatever the unit is sold at', async () => {
  const { skus } = await water()
  const skuId = skus[0]?.id ?? 0
  const price = (unitPrice: number) =>
    shop.client.orders.price(aBasket([t.item(skuId, 1, { unit: '箱', unitPrice: at(unitPrice) })]))
  expect((await price(38.4)).lines[0]).toMatchObject({ belowFloor: false })
  expect((await price(38.39)).lines[0]).toMatchObject({ belowFloor: true })
})

test('a unit’s price below the floor price of what is in it is refused, with the unit named', async () => {
  await expect(water({ price: at(38) })).rejects.toMatchObject({ code: 'UNIT_BELOW_FLOOR', data: { unit: '箱' } })
  await expect(water({ price: at(38) }, { floorPrice: null })).resolves.toMatchObject({ units: [{ price: at(38) }] })
})

test('prices of a unit that one does not speak of stay as they are', async () => {
  const made = await water({ memberPrice: at(39) })
  const { code, title, kind, category, baseUnit, taxRate } = made
  const save = (unit: object) =>
    shop.client.products.update({
      ...{ requestId: shop.rid(), productId: made.id, code, title, kind, category, baseUnit, taxRate },
      units: [{ name: '箱', factor: pieces(12), ...unit }],
      skus: [{ ...sku, id: made.skus[0]?.id ?? 0 }],
    })
  expect((await save({})).units).toMatchObject([{ price: at(40), memberPrice: at(39), wholesalePrice: null }])
  expect((await save({ price: null })).units).toMatchObject([{ price: null, memberPrice: at(39) }])
})

test('what nobody bought lately comes back without receipt for no more than the unit costs', async () => {
  const { skus } = await water()
  const line = { kind: 'unlinked' as const, skuId: skus[0]?.id ?? 0, unit: '箱', quantity: pieces(1) }
  const manager = shop.as('manager')
  expect(await t.takeBack([{ ...line, unitPrice: at(40) }], { as: manager })).toMatchObject({ total: yuan(-40) })
})
